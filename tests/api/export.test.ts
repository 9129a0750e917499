/** What leaves the desk as a file: lists, workbooks and reports. */
import './export/csv';
import './export/workbook';
import './export/reports';
