"""Whether searches can be answered, and what is out of date about the index."""

from django.core.management.base import BaseCommand

from articles import search


class Command(BaseCommand):
    help = "Say whether the search index can answer, and compare its counts and stamps (quick)."

    def handle(self, **options):
        status = search.status()
        self.stdout.write(f"index     {status.folder or '(none)'}")
        self.stdout.write(f"articles  {status.indexed} indexed, {status.live} live")
        self.stdout.write(f"size      {status.bytes / 1e6:.1f} MB in {status.segments} segments")
        if status.is_current:
            self.stdout.write("The index is up to date.")
            return
        self.stderr.write(f"{status.problem}")
        if not status.available:
            self.stderr.write("Searches cannot be answered. Mend it with: manage.py rebuild_index")
        raise SystemExit(1)
