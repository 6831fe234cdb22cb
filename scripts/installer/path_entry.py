"""Put the folder of jinlin on the PATH of this user of Windows, or take it off again.

python path_entry.py add|remove FOLDER

What else stands there stays as it is, in its order and with its %VARIABLES%.
"""

from __future__ import annotations

import sys

_EVERYBODY, _SETTING_CHANGED, _ABORT_IF_HUNG = 0xFFFF, 0x001A, 0x0002


def changed(entries: str, folder: str, *, add: bool) -> str:
    """Return a PATH with the folder in it once, at its end, or without it."""
    kept = [one for one in entries.split(";") if one.rstrip("\\").lower() != folder.lower()]
    if not add:
        return ";".join(kept)
    return ";".join((*(one for one in kept if one), folder))


if sys.platform == "win32":
    import ctypes
    import winreg

    def main(verb: str, folder: str) -> None:
        """Change the PATH of the user, and tell the windows that are open."""
        folder = folder.rstrip("\\")
        rights = winreg.KEY_READ | winreg.KEY_WRITE
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, "Environment", 0, rights) as key:
            try:
                before, kind = winreg.QueryValueEx(key, "Path")
            except FileNotFoundError:
                before, kind = "", winreg.REG_EXPAND_SZ
            after = changed(before, folder, add=verb == "add")
            if after == before:
                return
            winreg.SetValueEx(key, "Path", 0, kind, after)
        ctypes.windll.user32.SendMessageTimeoutW(
            _EVERYBODY, _SETTING_CHANGED, 0, "Environment", _ABORT_IF_HUNG, 1000, None
        )

    if __name__ == "__main__":
        main(*sys.argv[1:])
