"""Static files that a page can always link to."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedStaticFiles(CompressedManifestStaticFilesStorage):
    """Hashed and compressed files where `collectstatic` has been run, plain ones where not.

    A file that was never collected keeps its plain address, where the application serves it from
    the checkout: a forgotten command costs a reader some speed, not the page.
    """

    def stored_name(self, name: str) -> str:
        collected = self.hash_key(self.clean_name(name)) in self.hashed_files
        return super().stored_name(name) if collected else name
