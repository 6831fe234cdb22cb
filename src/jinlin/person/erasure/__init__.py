"""Forgetting somebody for good: erasure from rows, texts and history (PIPL 47), counts left true.

`erasure` surveys and does it (`survey`, `forget`); `traces` finds her rows and the texts that name
her, with `home_traces` for care and visits of a home she shared; `remains` is what stays and is
told. Beside the database, `copies` looks into the backup folder, and `forgotten` tells whom a
backup would bring back (`forgotten_in`, `still_known`).
"""
