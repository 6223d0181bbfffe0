"""The only room that knows haystack, the engines and jieba. Its door is this module."""
