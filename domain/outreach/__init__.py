"""Outreach (広報): the policy that is in force, and the plan of what is said when to whom."""
