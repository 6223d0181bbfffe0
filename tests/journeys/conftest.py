"""An archive imported the way the operator does it: by the command, with its index."""

import pytest
from django.conf import settings
from django.core.management import call_command

SAMPLES = settings.BASE_DIR / "samples" / "pages"


def import_pages(*folders):
    """Run the command; pages that fail are named by it and the rest is imported."""
    try:
        call_command("import_pages", *map(str, folders), verbosity=0)
    except SystemExit as stop:
        assert stop.code == 1


@pytest.fixture
def sample_archive(transactional_db):
    import_pages(SAMPLES)


@pytest.fixture
def real_archive(transactional_db, shared_pages):
    import_pages(shared_pages / "real" / "pages")
