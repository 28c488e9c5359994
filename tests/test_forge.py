"""The forge: its workflows and forms are valid, read-only and pinned; a proposal is checked on what it changes."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from contrelatraite.cli import main
from contrelatraite.contributing.changes import UnknownRevisionError, changed_entries
from tests.test_cli import fill, project  # noqa: F401  a fixture
from tests.test_codes import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*"))
NAMES = [path.name for path in WORKFLOWS]
RIGHTS = {
    ("publish.yml", "build"): {"contents": "read", "actions": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
}


def workflow(name: str) -> dict[Any, Any]:
    """Read a workflow."""
    read: dict[Any, Any] = yaml.safe_load((GITHUB / "workflows" / name).read_text("utf-8"))
    return read


def steps(name: str) -> Iterator[dict[str, Any]]:
    """Yield every step of a workflow."""
    for job in workflow(name)["jobs"].values():
        yield from job["steps"]


def valid(path: Path, schema: str) -> None:
    """Ask the forge's own schema."""
    program = Path(sys.executable).with_name("check-jsonschema")
    answer = subprocess.run([program, "--builtin-schema", schema, path], capture_output=True, text=True, check=False)  # noqa: S603  a fixed program
    assert answer.returncode == 0, answer.stdout


def test_there_are_the_workflows_and_forms_that_are_tested() -> None:
    assert (NAMES, len(FORMS)) == (["check.yml", "links.yml", "publish.yml"], 4)


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_workflow_is_one_for_the_forge(path: Path) -> None:
    valid(path, "vendor.github-workflows")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_one_for_the_forge(path: Path) -> None:
    valid(path, "vendor.github-issue-forms")


def test_the_chooser_of_forms_is_one_for_the_forge() -> None:
    valid(GITHUB / "ISSUE_TEMPLATE" / "config.yml", "vendor.github-issue-config")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_warns_that_everyone_reads_it(path: Path) -> None:
    first = yaml.safe_load(path.read_text("utf-8"))["body"][0]["attributes"]["value"]
    assert "peut être lu par tous" in first
    assert "can be read by everyone" in first


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_a_whole_hash_with_its_version(name: str) -> None:
    lines = [line for line in (GITHUB / "workflows" / name).read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


def test_an_action_has_one_hash_everywhere() -> None:
    used = {step["uses"] for name in NAMES for step in steps(name) if "uses" in step}
    assert len({action.split("@")[0] for action in used}) == len(used)


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_only_read(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", NAMES)
def test_only_the_job_that_deploys_may_write_and_only_to_the_pages(name: str) -> None:
    given = {(name, job): told["permissions"] for job, told in workflow(name)["jobs"].items() if "permissions" in told}
    assert given == {key: value for key, value in RIGHTS.items() if key[0] == name}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_a_proposal_s_code_with_rights(name: str) -> None:
    triggers = workflow(name)[True]  # YAML 1.1 reads `on` as true
    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(
        [triggers] if isinstance(triggers, str) else triggers
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_script_holds_an_expression(name: str) -> None:
    scripts = [step["run"] for step in steps(name) if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_one_command(name: str) -> None:
    scripts = [step["run"] for step in steps(name) if "run" in step and step.get("id") != "published"]
    assert [
        script for script in scripts if not re.fullmatch(r"make [\w./-]+|\.venv/bin/contrelatraite \w+", script)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_workflow_has_a_secret(name: str) -> None:
    text = (GITHUB / "workflows" / name).read_text("utf-8")
    assert not re.search(r"secrets[.\[]|secrets:", text)


def test_one_step_alone_asks_the_forge_and_runs_nothing_of_ours() -> None:
    asking = [(name, step) for name in NAMES for step in steps(name) if "github.token" in str(step)]
    assert [(name, step["id"], "uses" in step) for name, step in asking] == [("publish.yml", "published", False)]
    assert re.findall(r"\b(?:gh|make|python3?|bash|contrelatraite)\b", asking[0][1]["run"]) == ["gh"]


def test_an_hour_publishes_only_what_a_change_has_published(tmp_path: Path) -> None:
    ask, checkout = workflow("publish.yml")["jobs"]["build"]["steps"][:2]
    assert checkout["with"]["ref"] == "${{ steps.published.outputs.commit || github.sha }}"
    for found, code, told in [("0f1e2d", 0, "commit=0f1e2d\n"), ("", 1, "")]:
        (tmp_path / "gh").write_text(f"#!/bin/sh\necho {found}\n", "utf-8")
        (tmp_path / "gh").chmod(0o755)
        (tmp_path / "output").write_text("", "utf-8")
        where = {"PATH": f"{tmp_path}:/usr/bin:/bin", "GITHUB_OUTPUT": str(tmp_path / "output")}
        answer = subprocess.run(["/bin/bash", "-e", "-c", ask["run"]], env=where, check=False)  # noqa: S603  as the forge
        assert (answer.returncode, (tmp_path / "output").read_text("utf-8")) == (code, told)


@pytest.mark.parametrize("name", NAMES)
def test_the_checked_out_project_keeps_no_credentials(name: str) -> None:
    checkouts = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_job_ends_in_time(name: str) -> None:
    assert [job for job, told in workflow(name)["jobs"].items() if "timeout-minutes" not in told] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_says_what_becomes_of_the_run_before(name: str) -> None:
    assert {"group", "cancel-in-progress"} <= workflow(name)["concurrency"].keys()


def test_the_proposal_s_template_asks_three_questions_in_both_languages() -> None:
    asked = re.findall(
        r"^\*\*(\d)\. .+\?\*\* · \*.+\?\*$", (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8"), re.MULTILINE
    )
    assert asked == ["1", "2", "3"]


# What a proposal changes.


def git(folder: Path, *arguments: str) -> None:
    """Run git in a repository of its own."""
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", folder, *settings, *arguments], check=True, capture_output=True)  # noqa: S603, S607  fixed words


@pytest.fixture
def committed(project: Path, own_git: None) -> Path:  # noqa: ARG001, F811
    """Give a project whose clean content is committed."""
    fill(project, "ok")
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "A")
    return project


def members(root: Path) -> list[Path]:
    """Give the members' folders."""
    return sorted((root / "content" / "members").iterdir())


def test_nothing_changed_is_nothing(committed: Path) -> None:
    assert changed_entries(committed, "HEAD") == frozenset()


def test_a_new_entry_counts_before_git_knows_of_it(committed: Path) -> None:
    shutil.copytree(members(committed)[0], committed / "content" / "members" / "nouvelle")
    assert changed_entries(committed, "HEAD") == {"content/members/nouvelle"}


def test_a_change_before_its_commit_counts(committed: Path) -> None:
    path = members(committed)[0] / "index.fr.md"
    path.write_text(path.read_text("utf-8") + "\nUn mot.\n", "utf-8")
    assert changed_entries(committed, "HEAD") == {f"content/members/{path.parent.name}"}


def test_a_renamed_entry_is_told_under_both_names(committed: Path) -> None:
    folder = members(committed)[0]
    git(committed, "mv", str(folder), str(folder.with_name("nouveau-nom")))
    assert changed_entries(committed, "HEAD") == {f"content/members/{folder.name}", "content/members/nouveau-nom"}


def test_a_deleted_entry_counts(committed: Path) -> None:
    shutil.rmtree(members(committed)[0])
    assert len(changed_entries(committed, "HEAD")) == 1


@pytest.mark.parametrize("name", ["--format", "deux mots", "a\nb", 'a"b', "été", "$(id)"])
def test_a_file_s_odd_name_is_a_name(committed: Path, name: str) -> None:
    folder = committed / "content" / "members" / name
    folder.mkdir()
    (folder / "index.fr.md").write_text("x", "utf-8")
    git(committed, "add", "--all")
    assert changed_entries(committed, "HEAD") == {f"content/members/{name}"}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:pelicanconf.py"])
def test_a_revision_that_is_none_is_wrong_use(committed: Path, revision: str) -> None:
    with pytest.raises(UnknownRevisionError):
        changed_entries(committed, revision)
    assert main(["check", f"--changed-since={revision}"]) == 2


def test_the_warnings_of_other_entries_are_left_out(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(committed, "bad/M105")
    git(committed, "add", "--all")
    git(committed, "commit", "--quiet", "--message", "B")
    assert main(["check", "--changed-since", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_error_elsewhere_is_told_since_the_proposal_made_it(committed: Path) -> None:
    shutil.rmtree(committed / "content" / "institutions")
    assert main(["check", "--changed-since", "HEAD"]) == 1


@pytest.mark.parametrize(("count", "told"), [(1, False), (2, True)])
def test_a_proposal_that_changes_several_members_is_noticed(
    committed: Path, capsys: pytest.CaptureFixture[str], count: int, *, told: bool
) -> None:
    for name in ["asso-x", "asso-y"][:count]:
        folder = committed / "content" / "members" / name
        shutil.copytree(members(committed)[0], folder)
    git(committed, "add", "--all")
    main(["check", "--changed-since", "HEAD", "--format", "github"])
    assert ("::notice::" in capsys.readouterr().out) == told


def test_the_hook_before_a_commit_runs_that_check(committed: Path) -> None:
    hook = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]
    assert (hook["entry"], hook["pass_filenames"]) == ("make --silent check-changes", False)
    lines = (ROOT / "Makefile").read_text("utf-8").split("\ncheck-changes: $(READY)")[1].splitlines()
    assert lines[1] == '\t$(BIN)/contrelatraite check --changed-since "$$BASE" --format "$${FORMAT:-text}"'
    command = lines[1].strip().replace("$(BIN)", str(Path(sys.executable).parent)).replace("$$", "$")
    answer = subprocess.run(  # noqa: S602  the Makefile's own line, as make runs it
        command, shell=True, cwd=committed, env={"PATH": "/usr/bin:/bin", "BASE": "HEAD"}, check=False
    )
    assert answer.returncode == 0
