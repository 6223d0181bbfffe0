"""Settings of the tests: the site's own, with a home that goes away with the run."""

import os
import tempfile

# Each worker process of a parallel run has a home of its own, so that indexes never meet.
_HOME = tempfile.TemporaryDirectory(prefix="zzarchive-tests-")
os.environ["ZZARCHIVE_HOME"] = _HOME.name
for _name in ("DATABASE_URL", "SEARCH_URL", "SITE_URL", "DEBUG", "ALLOWED_HOSTS", "LOG_LEVEL"):
    os.environ.pop(_name, None)

from zzarchive.settings import *  # noqa: E402, F403
from zzarchive.settings import DATABASES, HAYSTACK_CONNECTIONS, STATIC_ROOT  # noqa: E402

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
AXES_ENABLED = False
# A file: in memory the site that a browser visits would share one connection among its threads,
# and two requests at once would meet in one transaction. Asked for by name on each worker.
DATABASES["default"]["TEST"] = {"NAME": f"{_HOME.name}/test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Django and WhiteNoise warn of a folder for static files that is not there.
STATIC_ROOT.mkdir()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
HAYSTACK_CONNECTIONS["default"]["SILENTLY_FAIL"] = False
