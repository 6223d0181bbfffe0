"""haystack's description of what is searched; haystack looks for it under this name."""

from haystack import indexes

from .models import Article


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """Articles that readers may open. The engine reads them itself (search/documents.py);
    the fields are named here so that ``SearchQuerySet`` knows them."""

    text = indexes.CharField(document=True, model_attr="body")
    date = indexes.DateField(model_attr="date_earliest", null=True)
    county = indexes.MultiValueField()
    topic = indexes.MultiValueField()
    reporter = indexes.MultiValueField()
    kind = indexes.CharField(model_attr="kind")
    number = indexes.CharField(model_attr="page_number")

    def get_model(self):
        return Article

    def index_queryset(self, using=None):
        return Article.objects.live()

    def read_queryset(self, using=None):
        return Article.objects.live().with_byline()

    def get_updated_field(self):
        return "changed_at"
