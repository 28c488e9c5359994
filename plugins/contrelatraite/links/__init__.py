"""Links: whether the addresses that entries give still answer.

`given` finds them in the site, `ask` asks the network, `told` says what was found. `contrelatraite links` alone imports
them: no rule of the check needs the network.
"""
