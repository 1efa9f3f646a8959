"""The command line: what it answers, with which exit code, and on which stream."""

import json
import re

import pytest
from sqlalchemy import create_engine, text

from caseflow.cli.root import COMMANDS, root
from tests.demo_bundles import DEMO

BUNDLE = DEMO / "small-town.json"


def test_every_command_listed_exists_and_says_what_the_list_says(shell):
    listed = shell("--help").out
    for name, (_file, line) in COMMANDS.items():
        answer = shell(name, "--help")
        assert answer.code == 0
        assert line.split(",")[0].rstrip(".") in " ".join((line + answer.out).split())
        assert re.search(rf"^  {name} ", listed, re.MULTILINE)
    assert root.list_commands(None) == list(COMMANDS)


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["db"], ["import"], ["seed"], ["user", "add", "x"], ["db", "upgrade", "-x"]]
)
def test_wrong_usage_ends_with_2(shell, database_url, arguments):
    answer = shell(*arguments, url=database_url)
    assert (answer.code, "Traceback" in answer.err) == (2, False)


@pytest.mark.parametrize("change", [{"CASEFLOW_ENV": "nonsense"}, {"CASEFLOW_ENCRYPTION_KEYS": "k1:x"}])
def test_unsafe_settings_end_with_1_and_say_what_to_change(shell, environment, database_url, change):
    for name, value in change.items():
        environment.setenv(name, value)
    answer = shell("audit", "verify", url=database_url)
    assert answer.code == 1
    assert answer.err.startswith("caseflow: ")


def test_a_database_that_does_not_answer_ends_with_1(shell):
    answer = shell("tick", url="postgresql://nobody@127.0.0.1:1/nothing")
    assert answer.code == 1
    assert "does not answer" in answer.err


def test_a_database_that_is_not_migrated_is_told_apart(shell, database_url):
    assert shell("db", "downgrade", "base", url=database_url).code == 0
    answer = shell("audit", "verify")
    assert (answer.code, "caseflow db upgrade" in answer.err) == (1, True)
    assert shell("db", "check").code == 1
    assert shell("db", "upgrade").code == 0
    assert shell("db", "check").code == 0
    assert shell("db", "downgrade", "nonsense").code == 1


def test_what_commands_make_is_for_who_runs_them_alone(shell, tmp_path):
    assert shell("db", "upgrade", url=f"sqlite:///{tmp_path}/fresh.sqlite3").code == 0
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


def test_a_bundle_goes_in_once_and_comes_out_equal(shell, database_url):
    first = shell("import", str(BUNDLE), url=database_url)
    second = shell("import", str(BUNDLE))
    assert (first.code, second.code) == (0, 0)
    assert " 0 cases taken in" in second.out
    case = json.loads(BUNDLE.read_text(encoding="utf-8"))["cases"][0]
    answer = shell("export", case["reference"])
    [exported] = json.loads(answer.out)["cases"]
    assert len(exported["entries"]) == len(case["entries"])
    assert shell("export", "NO-SUCH-CASE").code == 1


def test_an_export_for_a_user_gives_what_that_user_reads_and_nothing_to_who_has_no_part_in_it(
    shell, story_url
):
    whole = json.loads(shell("export", "OD-2023-004", url=story_url).out)["cases"][0]
    director = shell("export", "OD-2023-004", "--as", "Ilse.Brand@oosterdelta.example")
    assert len(json.loads(director.out)["cases"][0]["entries"]) == len(whole["entries"])
    for nobody in ("ruud.sanders@oosterdelta.example", "nobody@example.org"):
        answer = shell("export", "OD-2023-004", "--as", nobody)
        assert (answer.code, answer.out) == (1, "")


def test_a_bundle_with_mistakes_is_refused_with_their_places_and_leaves_nothing(
    shell, database_url, tmp_path
):
    bundle = json.loads(BUNDLE.read_text(encoding="utf-8"))
    bundle["cases"][0]["entries"][0]["category"] = "gossip"
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(bundle), encoding="utf-8")
    answer = shell("import", str(file), url=database_url)
    assert answer.code == 1
    assert "/cases/0/entries/0/category" in answer.err
    assert shell("user", "list").out == ""


def test_an_import_counts_the_entries_with_protected_words_and_says_none_of_them(
    shell, database_url, tmp_path
):
    bundle = json.loads((DEMO / "oosterdelta.json").read_text(encoding="utf-8"))
    for entry in bundle["cases"][0]["entries"]:
        if entry["key"] in {"r09-act-pickup", "r04-contact-home", "r12-decision-shelter"}:
            entry["body"] = "Zij zijn op Duindoornhof 17."
            entry["directors_only"] = entry["key"] == "r12-decision-shelter"
    file = tmp_path / "leaking.json"
    file.write_text(json.dumps(bundle), encoding="utf-8")
    answer = shell("import", str(file), url=database_url)
    assert answer.code == 0
    assert (
        "OD-2023-004: 2 entries hold protected words where others may read them:"
        " r04-contact-home, r09-act-pickup" in answer.out
    )
    assert "duindoorn" not in answer.out.casefold()
    assert "protected words" not in shell("import", str(file)).out


def test_an_account_is_made_given_a_password_listed_and_closed(shell, story_url):
    new = [
        "nieuw@example.org",
        "--name",
        "Nieuw",
        "--organisation",
        "Gemeente Oosterdelta",
        "--role",
        "evaluator",
    ]
    assert shell("user", "add", *new, url=story_url).code == 0
    assert shell("user", "add", *new).code == 1
    assert "nieuw@example.org\tNieuw\t" in shell("user", "list").out
    assert "no password" in line_about("nieuw", shell("user", "list"))
    assert shell("user", "password", "nieuw@example.org", stdin="kort\n").code == 1
    assert shell("user", "password", "nieuw@example.org", stdin="roze wolken boven zee\n").code == 0
    assert "active" in line_about("nieuw", shell("user", "list"))
    assert shell("user", "deactivate", "nieuw@example.org").code == 0
    assert "closed" in line_about("nieuw", shell("user", "list"))
    assert shell("token", "create", "nieuw@example.org").code == 1


def line_about(name, answer):
    return next(line for line in answer.out.splitlines() if line.startswith(name))


def test_a_token_is_printed_once_and_only_its_hash_is_kept(shell, story_url):
    token = shell("token", "create", "karin.boelens@politie.example", url=story_url).out.strip()
    assert len(token) > 30
    engine = create_engine(story_url)
    with engine.connect() as connection:
        [kept] = connection.scalars(text("select token_hash from api_token"))
    engine.dispose()
    assert token not in kept
    assert shell("token", "create", "nobody@example.org").code == 1


def test_tick_may_run_twice_and_a_broken_log_ends_with_1(shell, database_url):
    shell("import", str(BUNDLE), url=database_url)
    assert "Seal 1" in shell("tick").out
    assert shell("tick").code == 0
    assert shell("audit", "verify").code == 0
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("update audit_head set hash = 'forged'"))
    engine.dispose()
    answer = shell("audit", "verify")
    assert answer.code == 1
    assert "head forged" in answer.err


def test_what_was_backed_up_can_be_restored_and_nothing_is_overwritten(
    shell, story_url, database_url, tmp_path
):
    file = tmp_path / "caseflow.backup"
    assert shell("backup", str(file), url=story_url).code == 0
    assert shell("backup", str(file)).code == 1
    assert shell("restore", str(file)).code == 1
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    answer = shell("restore", str(file), url=database_url)
    assert (answer.code, "The log is whole" in answer.out) == (0, True)
    assert shell("export", "OD-2023-004").code == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())
    damaged = tmp_path / "damaged"
    damaged.write_bytes(file.read_bytes()[:-9])
    answer = shell("restore", str(damaged), url=f"sqlite:///{tmp_path}/fresh.sqlite3")
    assert (answer.code, "cut off" in answer.err) == (1, True)


def test_after_rotating_keys_the_old_one_can_go(shell, environment, story_url):
    old = shell("export", "OD-2023-004", url=story_url).out
    shell("tick")
    new = "k2:" + "bmV3IGtleSBvZiBleGFjdGx5IDMyIGJ5dGVzIQ" + "AAAAA="
    environment.setenv("CASEFLOW_ENCRYPTION_KEYS", f"{new},k1:{'A' * 43}=")
    assert shell("keys", "rotate").code == 0
    environment.setenv("CASEFLOW_ENCRYPTION_KEYS", new)
    assert shell("audit", "verify").code == 0
    assert shell("export", "OD-2023-004").out == old


def test_no_command_says_who_is_in_a_case_unasked(shell, story_url, tmp_path):
    said = [
        shell("tick", url=story_url),
        shell("audit", "verify"),
        shell("backup", str(tmp_path / "b")),
        shell("import", str(BUNDLE)),
        shell("db", "check"),
    ]
    names = [person["name"] for person in json.loads(BUNDLE.read_text(encoding="utf-8"))["persons"]]
    assert names
    assert not [name for name in names for answer in said if name in answer.out + answer.err]
