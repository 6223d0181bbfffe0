"""The archive's tables. Each module holds what belongs to one thing of the trade."""

from .articles import Article
from .corrections import Change, Correction, Unindexed
from .pages import UNDATED, DateBasis, DatePrecision, Page
from .people import Byline, Reporter, ReporterName
from .places import ArticleDistrict, District, DistrictName, Place
from .runs import ImportRun, Problem
from .tallies import Tally
from .topics import ArticleTopic, Topic, TopicTerm
from .version import DataVersion

__all__ = [
    "UNDATED",
    "Article",
    "ArticleDistrict",
    "ArticleTopic",
    "Byline",
    "Change",
    "Correction",
    "DataVersion",
    "DateBasis",
    "DatePrecision",
    "District",
    "DistrictName",
    "ImportRun",
    "Page",
    "Place",
    "Problem",
    "Reporter",
    "ReporterName",
    "Tally",
    "Topic",
    "TopicTerm",
    "Unindexed",
]
