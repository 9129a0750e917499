import type { DocumentContent } from '../content';
import {
  atRight,
  caption,
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

/** As many stay together with the signature. */
const FEW_FILES = 6;

/** What was asked for, as it was sent. Source: requirements 3.7, Formulir Pengajuan Tiket. */
export function requestForm({ frame, body }: DocumentContent<'request-form'>) {
  const { ticket, contact, form } = body;
  const given: Fact[] = formFacts(form);
  const isLong = body.files.length > FEW_FILES;
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
    ...(isLong ? [heading('Lampiran'), fileList(body.files)] : []),
    closing(
      'Demikian permohonan ini diajukan untuk dapat ditindaklanjuti.',
      [atRight(signature(['Pemohon,'], { name: contact.name, nip: null }, 230))],
      isLong ? [] : [caption('Lampiran'), fileList(body.files)],
    ),
    ...proofBlock(frame),
  ]);
}
