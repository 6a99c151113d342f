"""Files for download: pictures, tables and workbooks."""
