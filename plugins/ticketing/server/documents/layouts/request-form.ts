import type { DocumentContent } from '../content';
import {
  atRight,
  closing,
  facts,
  fileList,
  formFacts,
  heading,
  paragraph,
  proofBlock,
  signature,
  type Fact,
} from './parts';
import { paper, titleBlock } from './frame';
import { moment, nature, ticketFacts } from './ticket-facts';

/** What was asked for, as it was sent. Source: requirements 3.7, Formulir Pengajuan Tiket. */
export function requestForm({ frame, body }: DocumentContent<'request-form'>) {
  const { ticket, contact, form } = body;
  const given: Fact[] = formFacts(form);
  return paper(frame, `Formulir Permohonan ${ticket.number}`, [
    titleBlock(['FORMULIR PERMOHONAN LAYANAN TIK']),
    facts([
      ...ticketFacts(frame, ticket),
      ['Tanggal pengajuan', moment(ticket.submittedAt)],
      ['Saluran', ticket.channel],
      ['Prioritas', ticket.priority],
      ['Dampak', body.impact],
      ['Urgensi', body.urgency],
      ['Sifat', nature(ticket)],
    ]),
    heading('Narahubung'),
    facts([
      ['Nama', contact.name],
      ['Telepon', contact.phone],
      ['Pos-el', contact.email],
      ['Diajukan oleh', body.requester],
    ]),
    heading('Uraian permohonan'),
    paragraph(body.description, { alignment: 'left' }),
    ...(given.length ? [heading('Isian formulir layanan'), facts(given, 180)] : []),
    closing([
      heading('Lampiran'),
      fileList(body.files),
      atRight(signature(['Pemohon,'], { name: contact.name, nip: null }, 230)),
    ]),
    ...proofBlock(frame),
  ]);
}
