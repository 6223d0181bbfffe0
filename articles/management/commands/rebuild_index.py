"""haystack's command, with the index built aside: readers never see half of one."""

from haystack.management.commands.rebuild_index import Command as HaystackCommand
from tqdm import tqdm

from articles import search


class Command(HaystackCommand):
    help = "Index the whole archive beside the index in force, then put it in its place."

    def handle(self, **options):
        """``--workers`` processes build it (0: one for each processor); nothing is asked, for
        nothing is lost. Other options of haystack's command are accepted and mean nothing here.
        """
        with tqdm(unit=" articles", disable=None) as bar:
            indexed = search.rebuild(options["workers"], bar.update)
        self.stdout.write(f"{indexed} articles indexed.")
