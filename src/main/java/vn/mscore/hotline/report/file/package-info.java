/** Tables as files: CSV and XLSX, row by row. */
package vn.mscore.hotline.report.file;
