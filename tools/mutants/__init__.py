# SPDX-License-Identifier: MIT
"""Parts of tools/mutate.py: places that can be changed, the list of equivalent changes, and trials of a change."""
