"""Every problem the check can name: code → severity, message and hint. A code is never reused.

S source, M member, C minutes, L legal, N press, news and events, R reference, T translation, P privacy,
X security. The English words are the catalogue's keys; both languages' words stand in translations/.
"""

from typing import Literal, NamedTuple

from contrelatraite.marking import _

Severity = Literal["error", "warning"]


class Code(NamedTuple):
    """How a problem is told: its severity, what is wrong (with what was read), and one thing to do."""

    severity: Severity
    message: str
    hint: str


SEVERITIES: dict[Severity, str] = {"error": _("error"), "warning": _("warning")}

CODES: dict[str, Code] = {
    "S001": Code(
        "error",
        _("the file is written in %(encoding)s, not in UTF-8 (byte read: %(byte)s)."),
        _("Save the file again as UTF-8."),
    ),
    "S002": Code(
        "error",
        _("the header is missing: the file must begin with a line --- and the header must end with another."),
        _("Begin the file with a line ---, then the fields, one per line, then a line ---."),
    ),
    "S003": Code(
        "error",
        _("the header cannot be read from here (read: “%(line)s”)."),
        _("Close each bracket and quotation mark, and align the fields of a list."),
    ),
    "S004": Code("error", _("the field “%(field)s” is written twice."), _("Keep one of the two.")),
    "S005": Code("error", _("the header points to another part of itself (& and *)."), _("Write the value out.")),
    "S006": Code(
        "error",
        _("this file has no place in the site: its path is not content/<kind>/<id>/index.<language>.md."),
        _("Rename it to %(nearest)s, or delete it."),
    ),
    "S007": Code(
        "error",
        _("the folder “%(folder)s” is not a kind of content."),
        _("Move the file into one of these folders: %(kinds)s."),
    ),
    "S008": Code(
        "error",
        _("the folder name “%(id)s” cannot stand in an address."),
        _("Rename the folder to %(nearest)s: small letters without accents, digits and hyphens."),
    ),
    "S009": Code(
        "error",
        _("“%(read)s” is a day in another form than year-month-day."),
        _("Write %(nearest)s (%(day)s), if that is the day you mean."),
    ),
    "S010": Code(
        "error",
        _("“%(read)s” is not a whole day: the day or the month is missing, and nothing fills it in."),
        _("Write the year, the month and the day: 2025-06-05 (5 June 2025)."),
    ),
    "S011": Code(
        "error",
        _("“%(read)s” is a moment in another form than year-month-day, hour and offset."),
        _("Write %(nearest)s (%(day)s in Paris), if that is the moment you mean."),
    ),
    "S012": Code(
        "error",
        _("the name “%(read)s” cannot be kept on every computer, or stand in an address."),
        _("Rename it to %(nearest)s, in the header too."),
    ),
    "S013": Code(
        "error",
        _("these letters were garbled when they were copied (read: “%(read)s”)."),
        _("Write %(nearest)s instead, and look for others on this line."),
    ),
    "S014": Code(
        "warning",
        _("this line is not typeset as its language is printed (apostrophes, quotation marks, spaces, dots)."),
        _("You may write: %(nearest)s"),
    ),
    "S015": Code(
        "warning",
        _("the file “%(read)s” stands in this folder, but the header names it nowhere: it is not published."),
        _("Name it in the header, or delete it."),
    ),
    "S016": Code(
        "warning",
        _("“%(read)s” is hidden in this folder: it is not read, and not published."),
        _("Delete it."),
    ),
    "S017": Code(
        "error",
        _("the logo of “%(read)s” has no words in this language for those who do not see it."),
        _("Add a line: logo_alt: … (what one reads or sees on the logo)."),
    ),
    "S018": Code(
        "error",
        _("“%(read)s” names the logo’s file and does not say what it shows."),
        _("Write what one reads or sees on the logo."),
    ),
    "S019": Code(
        "error",
        _("this file cannot be opened: it is a folder, or its rights forbid it."),
        _("Put a file that can be read in its place."),
    ),
    "S020": Code(
        "error",
        _("the header cannot be read at this line (read: “%(line)s”)."),
        _("Write it so: %(nearest)s"),
    ),
    "S021": Code(
        "warning",
        _("what stands after the # is not read (read: “%(read)s”)."),
        _("If it belongs to the text, write: %(nearest)s; if not, delete it."),
    ),
    "S101": Code(
        "error",
        _("the field “%(field)s” does not exist here."),
        _("Delete this line, or write one of these fields: %(allowed)s."),
    ),
    "S102": Code(
        "error",
        _("the field “%(field)s” is missing or empty."),
        _("Give it a value, on one line: %(nearest)s"),
    ),
    "S103": Code(
        "error",
        _("“%(read)s” is not a possible value of “%(field)s”."),
        _("Write one of these: %(allowed)s."),
    ),
    "S104": Code(
        "error",
        _("“%(read)s” is not a date that exists, written year-month-day."),
        _("Write it in this form: 2025-06-05 (5 June 2025)."),
    ),
    "S105": Code(
        "error",
        _("“%(field)s” has %(length)s characters; it needs from %(least)s to %(most)s."),
        _("Make it longer or shorter."),
    ),
    "S106": Code(
        "error",
        _("“%(field)s” is not in the form it needs (read: “%(read)s”)."),
        _("Write it in this form: %(example)s"),
    ),
    "S107": Code(
        "error",
        _("a title of the first level stands in the text (read: “%(read)s”): the page’s title is in the header."),
        _("Begin section titles with ##."),
    ),
    "S108": Code(
        "error",
        _("the section title “%(read)s” has no anchor."),
        _("Write an anchor after it, the same in both languages: %(marks)s %(read)s {#%(nearest)s}"),
    ),
    "S109": Code("error", _("the anchor “%(id)s” is used twice in this text."), _("Give this one another name.")),
    "S110": Code(
        "error",
        _("the file “%(read)s” is not in the entry’s folder."),
        _("Put the file beside %(source)s and write its name alone."),
    ),
    "S111": Code(
        "error",
        _("the title “%(title)s” is already that of %(other)s."),
        _("Choose a title that tells the two pages apart."),
    ),
    "S112": Code(
        "error",
        _("the address “%(address)s” is already that of %(other)s."),
        _("Choose another slug, or another name for the folder."),
    ),
    "S113": Code(
        "error",
        _("“%(field)s” must be a list."),
        _("Write one item per line, each after two spaces, a hyphen and a space."),
    ),
    "S114": Code(
        "error",
        _("“%(field)s” holds fields of its own, not one text."),
        _("Write it in this form: %(nearest)s"),
    ),
    "S115": Code("error", _("“%(field)s” must be one text."), _("Write one value after the colon.")),
    "S116": Code(
        "error",
        _("“%(field)s” must be a whole number, 1 or more (read: “%(read)s”)."),
        _("Write the number in digits."),
    ),
    "S118": Code(
        "error",
        _("“%(field)s” needs a day, an hour and an offset (read: “%(read)s”)."),
        _("Write it in this form: 2025-07-30T00:01+02:00 (+02:00 in summer, +01:00 in winter)."),
    ),
    "S119": Code(
        "error",
        _("“%(read)s” is not a language of this site."),
        _("Rename the file: the languages are %(allowed)s."),
    ),
    "S120": Code(
        "error",
        _("this file stands beside no entry."),
        _("Put it in an entry’s folder, beside index.%(nearest)s.md, or delete it."),
    ),
    "S121": Code(
        "error",
        _("“%(field)s” has %(length)s characters; it needs at least %(least)s."),
        _("Make it longer."),
    ),
    "S122": Code(
        "error",
        _("a title is underlined (read: “%(read)s”): the page would show the signs."),
        _("Delete this line, and write ## before the title."),
    ),
    "S123": Code(
        "error",
        _("“%(read)s” is outside the years that this site speaks of."),
        _("Correct the year: from %(first)s to %(last)s."),
    ),
    "S130": Code(
        "warning",
        _("“%(field)s: %(read)s”: this day has not come, and the page would speak of it as past."),
        _("Correct the year, the month or the day."),
    ),
    "S131": Code(
        "error",
        _("“%(read)s” stands in the text: it reads as a field, and would be published."),
        _("Move this line up, between the two lines ---."),
    ),
    "M101": Code(
        "error",
        _("this status ends (%(until)s) before it begins (%(since)s)."),
        _("Put “until” after “since”."),
    ),
    "M102": Code(
        "error",
        _("this status begins (%(since)s) before the one above it has ended."),
        _("List the statuses from the oldest to the newest, each beginning when the one above ends."),
    ),
    "M104": Code(
        "error",
        _("the website’s address must begin with https:// (read: “%(read)s”)."),
        _("Write %(nearest)s"),
    ),
    "M105": Code(
        "warning",
        _("this association gives no website."),
        _("Add a line: website: https://… (its site in French and in English, if it has both)."),
    ),
    "M106": Code(
        "warning",
        _("this association has been an observer since %(since)s: its year has passed and a vote is due."),
        _("After the vote, end this status (until: …) and add the new one."),
    ),
    "M107": Code(
        "error",
        _("nothing is said of the time between %(until)s and %(since)s."),
        _("Add between the two: - {status: former, since: %(from)s, until: %(to)s}, or here: attested: true."),
    ),
    "M108": Code(
        "warning",
        _("this contact was last confirmed on %(confirmed)s, more than 24 months ago."),
        _("Ask the association whether it still holds, then write the day of its answer."),
    ),
    "M109": Code(
        "error",
        _("this contact gives no e-mail address and no telephone number."),
        _("Add email: … or phone: …, or delete the contact."),
    ),
    "M110": Code(
        "error",
        _("“%(read)s” is not an e-mail address that can be written to."),
        _("Write it in this form: %(nearest)s"),
    ),
    "M111": Code(
        "error",
        _("“%(read)s” is not a telephone number that can be called."),
        _("Write it in this form: %(nearest)s"),
    ),
    "M112": Code(
        "error",
        _("a report of the year %(read)s cannot be here yet, or no longer."),
        _("Write a year from %(first)s to %(last)s."),
    ),
    "M113": Code(
        "error",
        _("the report “%(title)s” (%(year)s) is listed twice."),
        _("Keep one of the two, or correct its year."),
    ),
    "M114": Code(
        "error",
        _("nobody can read the report “%(title)s”: it has no file and no address."),
        _("Add file: … (a file of the entry’s folder) or url: https://…"),
    ),
    "C101": Code(
        "error",
        _("the agenda and the sections (##) of the text do not match (agenda: %(items)s; sections: %(sections)s)."),
        _("Give each item of the agenda its section, in the same order."),
    ),
    "C102": Code(
        "error",
        _("“%(id)s” is listed in “%(list)s” (%(source)s) but has no words in “%(wording)s”."),
        _("Add it to “%(wording)s”: %(id)s: …"),
    ),
    "C103": Code(
        "error",
        _("“%(id)s” has words in “%(wording)s” but is not listed in “%(list)s”."),
        _("Delete these words, or add “%(id)s” to “%(list)s” in the source file."),
    ),
    "C104": Code(
        "error",
        _("%(member)s was not a member of the Collective on %(date)s: only members speak for it and vote."),
        _("Remove it from this list, or correct its “membership” if it had already been admitted by vote."),
    ),
    "C105": Code(
        "warning",
        _("%(member)s had left the Collective by %(date)s."),
        _("Correct its “membership” if it had not; else remove it from this list and name it in the text."),
    ),
    "C106": Code(
        "error",
        _("“%(id)s” is an association of the Collective, not a guest."),
        _("Move it to “attendance”: - %(id)s"),
    ),
    "C107": Code(
        "error",
        _("this follow-up is due (%(due)s) before the meeting that decided it (%(date)s)."),
        _("Correct the year, the month or the day."),
    ),
    "C108": Code(
        "error",
        _("this follow-up was settled (%(done)s) before, or at, the meeting that decided it (%(date)s)."),
        _("Write the day, or the minutes of the later meeting, that show it done."),
    ),
    "C109": Code(
        "error",
        _("a meeting announced on %(date)s cannot have been held on %(read)s."),
        _("Correct the year, the month or the day."),
    ),
    "C110": Code(
        "error",
        _("%(event)s is not on %(read)s but on %(day)s."),
        _("Write the same day in both, or name another event."),
    ),
    "C111": Code(
        "error",
        _("“%(read)s”: the day and the date do not agree."),
        _("Write %(nearest)s, or correct the date."),
    ),
    "C112": Code(
        "error",
        _("these minutes were published (%(read)s) before the meeting (%(date)s)."),
        _("Correct the year, the month or the day."),
    ),
    "C113": Code(
        "error",
        _("the folder “%(id)s” is called by another day than the meeting’s."),
        _("Rename the folder to %(nearest)s, or correct the date."),
    ),
    "C114": Code(
        "error",
        _("two items of “%(list)s” have the same id (read: “%(id)s”)."),
        _("Give one of them another id, and write its words under it."),
    ),
    "L101": Code(
        "error",
        _("this text has no date."),
        _("Add a line “date: …”; a text without one needs “in_force: …”, or “adopted: false” for a draft."),
    ),
    "L102": Code(
        "error",
        _("“%(read)s” is not in the form of the identifier “%(field)s”."),
        _("Write it in this form: %(nearest)s"),
    ),
    "L103": Code(
        "error",
        _("the identifier %(read)s does not go with “%(field)s: %(value)s”: it says %(said)s."),
        _("Copy the identifier again from the authentic text, or correct “%(field)s”."),
    ),
    "L104": Code(
        "error",
        _("%(read)s is not a site of this text’s issuer."),
        _("Give its address on %(allowed)s, or add the site to “official_hosts” in the issuer’s entry."),
    ),
    "L105": Code(
        "error",
        _("“%(field)s: %(id)s” goes round in a circle: that text already acts on this one."),
        _("Delete it here, or there."),
    ),
    "L106": Code(
        "error",
        _("a text of %(date)s cannot act on a later one (%(id)s, %(other)s)."),
        _("Move this line to the entry of the later text, or correct a date."),
    ),
    "L107": Code(
        "warning",
        _("%(id)s is not a directive (its type: %(type)s), and only directives are transposed."),
        _("Move %(id)s to “related”."),
    ),
    "L108": Code(
        "warning",
        _("%(other)s replaces this text, which does not say since when it no longer holds."),
        _("Add a line: repealed: %(day)s (the day on which it ended)."),
    ),
    "L109": Code(
        "error",
        _("“%(field)s” (%(read)s) is before the adoption (%(date)s)."),
        _("Correct one of the two."),
    ),
    "L110": Code(
        "error",
        _("the anchor “%(read)s” is not the one by which texts refer to this article."),
        _("Write, in both languages: %(marks)s %(title)s {#%(anchor)s}"),
    ),
    "N101": Code(
        "error",
        _("a member’s news or event must say what it has to do with human trafficking."),
        _("Add a line: trafficking_link: … (at least 80 characters)."),
    ),
    "N102": Code("error", _("the end (%(end)s) is before the start (%(start)s)."), _("Correct one of the two.")),
    "N103": Code(
        "warning",
        _("in Paris, the offset of “%(field)s” on that day is not %(read)s: the hour would be another."),
        _("Write %(nearest)s"),
    ),
    "N104": Code(
        "error",
        _("the embargo ends (%(embargo)s) before the date of the release (%(date)s): it would be out before its day."),
        _("Put the end of the embargo on the day of the release, or after it."),
    ),
    "N105": Code(
        "warning",
        _("this release is dated %(date)s, which has not come, and nothing keeps it back until then."),
        _("Add a line: embargo: %(nearest)s"),
    ),
    "N106": Code(
        "error",
        _("the yearly day (%(read)s) is not that of the start (%(start)s)."),
        _("Write observance: %(nearest)s"),
    ),
    "N107": Code(
        "error",
        _("these minutes are of %(date)s, which is no day of this event (%(start)s)."),
        _("Name the minutes of that day, or delete this line."),
    ),
    "N108": Code(
        "error",
        _("this embargo is not written in the time of Paris (%(read)s): it would end there at %(end)s."),
        _("Write %(nearest)s"),
    ),
    "N109": Code(
        "error",
        _("%(read)s is still a draft: this page would be public, and would not say who speaks."),
        _("Publish that entry first, or write “status: draft” here too."),
    ),
    "R201": Code(
        "error",
        _("nothing in content/%(kind)s/ is called “%(id)s”."),
        _("Write %(nearest)s; the names are those of the folders in content/%(kind)s/."),
    ),
    "R202": Code(
        "error",
        _("%(target)s has no section “%(anchor)s”."),
        _("Write one of its sections: %(allowed)s."),
    ),
    "R203": Code(
        "warning",
        _("“%(read)s” could mean %(targets)s, so it is not linked."),
        _("Link it by hand, [%(read)s](…), or list it under “no_mentions”."),
    ),
    "R204": Code(
        "error",
        _("“%(read)s” is not a reference: references are written kind:id."),
        _("For another site, begin with https://; for a page of ours, write its kind and its name: members:ccem."),
    ),
    "R205": Code(
        "error",
        _("%(target)s has no section, and so no “%(anchor)s”."),
        _("Delete #%(anchor)s."),
    ),
    "R206": Code(
        "error",
        _("this address hides where it leads (read: “%(read)s”)."),
        _("Open it, and write the address that it leads to."),
    ),
    "R207": Code(
        "error",
        _("this link leads to an e-mail address written without mailto: (read: “%(read)s”)."),
        _("Write mailto:%(read)s"),
    ),
    "R208": Code(
        "error",
        _("this would be shown as signs, not as a link (read: “%(read)s”)."),
        _("Write it [words](address): words, no space after the brackets nor in the address, both closed."),
    ),
    "R209": Code(
        "error",
        _("this link says “%(read)s” and leads elsewhere (%(target)s)."),
        _("Make both the same."),
    ),
    "R210": Code(
        "error",
        _("“%(read)s” is an everyday word: each text that uses it would lead here."),
        _("Delete it, or write the whole name."),
    ),
    "T101": Code(
        "warning",
        _("this page does not exist in %(language)s yet."),
        _("Add %(file)s."),
    ),
    "T102": Code(
        "error",
        _("the fact “%(field)s” stands in a translation: facts stand once, in %(source)s."),
        _("Delete this line; to change the fact, change it in %(source)s."),
    ),
    "T103": Code(
        "error",
        _("the sections are not those of %(source)s (here: %(here)s; there: %(there)s)."),
        _("Give the sections the same anchors {#…} in the same order in both languages."),
    ),
    "T104": Code(
        "warning",
        _("the references are not those of %(source)s (here: %(here)s; there: %(there)s)."),
        _("Refer to the same entries in both languages."),
    ),
    "T105": Code(
        "warning",
        _("the numbers and dates are not those of %(source)s (here: %(here)s; there: %(there)s)."),
        _("Compare the two sentences, and correct the one that is wrong."),
    ),
    "P101": Code(
        "error",
        _("the e-mail address “%(read)s” is not declared public by any entry."),
        _("Delete it, or declare it in the entry’s “contact” with “public: true”."),
    ),
    "P102": Code(
        "error",
        _("the telephone number “%(read)s” is not declared public by any entry."),
        _("Delete the number, or declare it in the entry’s “contact” with “public: true”."),
    ),
    "P103": Code(
        "error",
        _("“%(read)s” is named without a public office or a written consent."),
        _("Add office: … or consent: (its date), or delete the name."),
    ),
    "P104": Code(
        "error",
        _("this contact is not public, but everybody can read this file."),
        _("Write public: true if the association agrees; else delete the contact."),
    ),
    "P105": Code(
        "error",
        _("this number is a social security number."),
        _("Delete it, and tell the editor: it stays in the history of the file."),
    ),
    "P106": Code(
        "error",
        _("this number is that of a bank account (IBAN)."),
        _("Delete it, and tell the editor: it stays in the history of the file."),
    ),
    "P110": Code(
        "error",
        _("the picture “%(file)s” says where it was taken."),
        _("Open the picture, export it again without its location, and put the new file in its place."),
    ),
    "P111": Code(
        "warning",
        _("the properties of “%(file)s” name an author (read: “%(read)s”)."),
        _("If it is a private person, export the document again without its author."),
    ),
    "P112": Code(
        "error",
        _("“%(file)s” holds data that its page does not show (read: “%(read)s”)."),
        _("Save a copy without its properties and comments, and put it in its place."),
    ),
    "P113": Code(
        "error",
        _("“%(file)s” holds “%(read)s”, which no entry declares public."),
        _("Delete it from the file, or declare it in the entry’s “contact” with “public: true”."),
    ),
    "X101": Code(
        "error",
        _("HTML is not allowed in a text (read: “%(read)s”)."),
        _("Write it in Markdown, or between backquotes (`) to show it as it is."),
    ),
    "X102": Code(
        "error",
        _("this address is not allowed (read: “%(read)s”)."),
        _("Write an address that begins with https://, mailto: or tel:, or a reference such as members:ccem."),
    ),
    "X103": Code(
        "error",
        _("this is a link, a pipe or a device of the file system, not a file."),
        _("Put the file itself in the entry’s folder."),
    ),
    "X105": Code(
        "error",
        _("a file of this kind is not published (read: “%(read)s”)."),
        _("Give a file of one of these kinds: %(allowed)s."),
    ),
    "X104": Code(
        "error",
        _("a picture cannot stand in a text (read: “%(read)s”)."),
        _("Delete it; a logo or a document is named in the header."),
    ),
    "X106": Code(
        "error",
        _("a control character stands here (%(char)s)."),
        _("Delete it; typing the line again is surest."),
    ),
    "X107": Code(
        "error",
        _("a character that no one sees reverses the order of what is read (%(char)s)."),
        _("Delete it; typing the line again is surest."),
    ),
    "X108": Code(
        "error",
        _("a character that no one sees stands here (%(char)s)."),
        _("Delete it; typing the line again is surest."),
    ),
    "X109": Code(
        "error",
        _("“%(read)s” holds letters of another alphabet that look like ours."),
        _("Write: %(nearest)s"),
    ),
    "X110": Code(
        "error",
        _("this character means nothing to other computers (%(char)s)."),
        _("Delete it, or write the sign or the word that it stood for."),
    ),
    "X111": Code(
        "error",
        _("this text is larger than %(most)s KB."),
        _("Cut it into several pages, or attach it as a PDF."),
    ),
    "X112": Code(
        "error",
        _("more brackets, lists, quotations or stretches of code stand here than a text needs (%(most)s deep)."),
        _("Close the brackets that are open, and nest less."),
    ),
    "X113": Code(
        "error",
        _("on many computers, this name is that of %(other)s: one file would replace the other."),
        _("Rename one of the two."),
    ),
    "X114": Code(
        "error",
        _("the content of “%(file)s” is not %(promised)s (it looks like: %(found)s)."),
        _("Export the file again as %(promised)s; changing the end of its name does not change what it is."),
    ),
    "X115": Code(
        "error",
        _("“%(file)s” weighs %(size)s KB; %(most)s KB at most."),
        _("Export it again, smaller."),
    ),
    "X116": Code(
        "error",
        _("the picture “%(file)s” cannot be read, or has a side longer than %(most)s points (read: %(read)s)."),
        _("Open it, reduce it, and export it again."),
    ),
    "X117": Code(
        "error",
        _("the drawing “%(file)s” could run, load or multiply something, or cannot be read (read: “%(read)s”)."),
        _("Export it again as plain SVG, or as PNG."),
    ),
    "X118": Code(
        "error",
        _("the document “%(file)s” runs something or carries another file (read: %(read)s)."),
        _("Print it to a new PDF, and put that in its place."),
    ),
    "X119": Code(
        "error",
        _("the document “%(file)s” is locked by a password, or cannot be read (read: %(read)s)."),
        _("Export it again as a PDF without a password."),
    ),
    "X122": Code(
        "error",
        _("this text has a paragraph of more than %(most)s signs, or more than %(lines)s lines."),
        _("Cut the paragraph with empty lines, or the text into several pages."),
    ),
    "X123": Code(
        "error",
        _("this table has more than %(most)s columns."),
        _("Cut it into several tables, or attach it as a PDF."),
    ),
}
