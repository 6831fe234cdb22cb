"""Up the ladder and back: what the complex cannot settle itself, and what the resident is told.

`ladder` puts an issue before the Friday council or a higher rung; `request` and `request_pages`
make the 上报单; `street_calls` and `arrivals` record whom the street called and who came,
`response_times` how soon. `replies` fills in what is told to the resident. Other rooms use
`response_times` alone.
"""
