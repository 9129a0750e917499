import { styled } from 'styled-components';
import { saidParts } from '../../../domain';

const Name = styled.strong`
  color: ${({ theme }) => theme.colors.primary700};
  font-weight: 600;
`;

/** What somebody said, with the colleagues that are named in it standing out. */
export function SaidText({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  return (
    <>
      {saidParts(text, names).map((part, place) =>
        part.isName ? <Name key={place}>{part.text}</Name> : <span key={place}>{part.text}</span>,
      )}
    </>
  );
}
