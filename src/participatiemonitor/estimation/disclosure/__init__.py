"""Disclosure control: what of an estimate may be shown."""
