"""Report: problems → what a person, a forge or an editor reads. One module per format; `spoken` puts them in words."""

from contrelatraite.report.github import as_annotations, notice_as_annotation
from contrelatraite.report.notice import notice
from contrelatraite.report.rows import as_json
from contrelatraite.report.sarif import as_sarif
from contrelatraite.report.spoken import has_errors, speech, words
from contrelatraite.report.text import as_text

__all__ = [
    "as_annotations",
    "as_json",
    "as_sarif",
    "as_text",
    "has_errors",
    "notice",
    "notice_as_annotation",
    "speech",
    "words",
]
