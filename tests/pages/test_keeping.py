"""What is kept, in a real Chromium: found, deleted, taken out, taken in."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interviewer.database import LOCAL, Database
from interviewer.store import NoSuchInterview, Store
from tests.pages.browsing import PATIENCE, answer_box, assert_inert, begin, idle, interviewed, listening, open_progress
from tests.pages.serving import Server, serving

pytestmark = pytest.mark.browser


def test_an_interview_is_found_opened_and_deleted_for_good(page: Page, tmp_path: Path) -> None:
    database = tmp_path / "interviews.db"
    with serving(database) as server:
        id = interviewed(page, server.address)
        open_progress(page, server.address)
        page.get_by_role("searchbox", name="Search").fill("basket")
        expect(page.get_by_text("1 interview with these words")).to_be_visible()
        expect(page).to_have_url(re.compile("words=basket"))
        page.get_by_test_id("stMain").get_by_role("link", name="Ownership").click()
        expect(page).to_have_url(re.compile(f"interview={id}"))
        open_progress(page, server.address)
        page.get_by_role("button", name="Delete").click()
        page.get_by_role("button", name="Keep it").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.get_by_role("button", name="Delete").click()
        page.get_by_role("button", name="Delete it for good").click()
        expect(page.get_by_text("The interview is deleted.")).to_be_visible()
        expect(page.get_by_text("Your interviews will be listed here")).to_be_visible()
    with pytest.raises(NoSuchInterview):
        Store(Database(f"sqlite:///{database}"), LOCAL).load(id)


def test_with_an_interview_goes_what_was_being_written_for_it(page: Page, tmp_path: Path) -> None:
    drafts = "Object.keys(localStorage).filter(key => key.startsWith('draft ')).length"
    with serving(tmp_path / "interviews.db") as server:
        begin(page, server.address)
        answer_box(page).press_sequentially("In my second week")
        page.wait_for_function(f"{drafts} === 1")
        open_progress(page, server.address)
        page.get_by_role("button", name="Delete").click()
        page.get_by_role("button", name="Delete it for good").click()
        expect(page.get_by_text("The interview is deleted.")).to_be_visible()
        page.wait_for_function(f"{drafts} === 0")


def test_everything_is_exported_deleted_by_typing_the_word_and_imported_again(page: Page, tmp_path: Path) -> None:
    database = tmp_path / "interviews.db"
    with serving(database) as server:
        id = interviewed(page, server.address)
        before = Store(Database(f"sqlite:///{database}"), LOCAL).load(id)
        open_progress(page, server.address, "data")
        page.get_by_role("button", name="Prepare the export").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download the export").click()
        file = tmp_path / "export.json"
        download.value.save_as(file)
        assert [record["id"] for record in json.loads(file.read_text())["interviews"]] == [id]

        page.get_by_role("button", name="Delete everything").click()
        sure = page.get_by_role("button", name="Delete everything for good")
        expect(sure).to_be_disabled()
        page.get_by_role("textbox", name="Type DELETE to confirm").press_sequentially("delete")
        expect(sure).to_be_disabled()
        page.get_by_role("textbox", name="Type DELETE to confirm").fill("DELETE")
        expect(sure).to_be_enabled()
        sure.click()
        expect(page.get_by_text("Everything is deleted.")).to_be_visible(timeout=PATIENCE)
        idle(page)
        assert b"basket" not in database.read_bytes()

        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Import it").click()
        expect(page.get_by_text("Imported: 1 new and 0 already kept.")).to_be_visible(timeout=PATIENCE)
        assert Store(Database(f"sqlite:///{database}"), LOCAL).load(id) == before


def test_a_file_at_fault_is_named_by_its_record_and_stays_text(page: Page, served: Server, tmp_path: Path) -> None:
    with listening() as (elsewhere, asked):
        file = tmp_path / "export.json"
        record = {"id": "a" * 32, f"![x]({elsewhere}/x)<img src='{elsewhere}/y'>": 1}
        file.write_text(json.dumps({"format": "mock-interviewer", "version": 1, "interviews": [record]}))
        open_progress(page, served.address, "data")
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text("Nothing of this file was imported")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text("Interview 1: created_at: is missing.")).to_be_visible()
        assert_inert(page)
        assert asked == []
