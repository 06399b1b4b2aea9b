"""The overlap report: from the organisation to figures and pages."""
