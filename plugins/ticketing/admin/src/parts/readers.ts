import type { Key } from '../words';

/** Who will see a file, in a plain word, said before it is chosen. Of a confidential ticket fewer do, on either side. */
export const readersKey = (isInternal: boolean, isConfidential: boolean): Key => {
  if (isInternal) return isConfidential ? 'readers.fewOfficers' : 'readers.officers';
  return isConfidential ? 'readers.requester' : 'readers.unit';
};
