"""Everything public as a small web site: plain files that open from a USB stick and on a phone."""
