"""The words of a command line: what commands and options are called, in both languages.

`command_words` says which words call a command and are nobody's name; `option_names` what options
are called in Chinese, and which older spellings are still taken (`as_typed`).
"""
