"""Members of other branches who report in where they live (双报到), and what their employers ask.

Read `report_in` (reporting in, services), `receipt_page` (its receipt), `opinions` (an employer's
letter and the branch's reply) and `letter` (the reply as a page). Other rooms use
`opinions.to_reply`.
"""
