"""Simulated people over real sockets: the class and the teacher of the demo and of the benchmarks.

They know of the server only what a browser knows: pages, cookies, forms and regions.
"""
