"""Roll-up (汇总): one signed file a month goes up, and whoever is above adds up and hands on."""
