import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { DocumentContent, PaperKind } from '../content';
import { assignmentLetter } from './assignment-letter';
import { completionReport } from './completion-report';
import { dispositionSheet } from './disposition';
import { history } from './history';
import { incidentReport } from './incident-report';
import { receipt } from './receipt';
import { reportPaper } from './report';
import { requestForm } from './request-form';
import { serviceCatalog } from './service-catalog';

type Layouts = { readonly [K in PaperKind]: (content: DocumentContent<K>) => TDocumentDefinitions };
const LAYOUTS: Layouts = {
  'request-form': requestForm,
  receipt,
  'completion-report': completionReport,
  'assignment-letter': assignmentLetter,
  disposition: dispositionSheet,
  history,
  'incident-report': incidentReport,
  'service-catalog': serviceCatalog,
  report: reportPaper,
};

/** How a document looks, from what it says. */
export const layOut = <K extends PaperKind>(content: DocumentContent<K>): TDocumentDefinitions =>
  LAYOUTS[content.kind as K](content);
