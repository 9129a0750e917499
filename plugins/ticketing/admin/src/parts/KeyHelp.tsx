import { Box, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Window } from './Window';
import { useWords, type Key } from '../words';

const Row = styled.div`
  display: flex;
  gap: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => theme.spaces[2]} 0;
  dt {
    flex: 0 0 9rem;
  }
  dd {
    margin: 0;
  }
`;
const Cap = styled.kbd`
  display: inline-block;
  min-width: 2.4rem;
  padding: 0 ${({ theme }) => theme.spaces[2]};
  margin-right: ${({ theme }) => theme.spaces[1]};
  text-align: center;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

const KEYS: readonly (readonly [readonly string[], Key])[] = [
  [['j', 'k'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['a'], 'keys.claim'],
  [['s'], 'keys.resolve'],
  [['/'], 'keys.search'],
  [['?'], 'keys.help'],
];

/** The keys that spare the mouse. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Window title={t('keys.title')} onClose={onClose}>
      <Modal.Body>
        <Box tag="dl">
          {KEYS.map(([caps, meaning]) => (
            <Row key={meaning}>
              <dt>
                {caps.map((cap) => (
                  <Cap key={cap}>{cap}</Cap>
                ))}
              </dt>
              <Typography tag="dd" variant="omega">
                {t(meaning)}
              </Typography>
            </Row>
          ))}
        </Box>
      </Modal.Body>
    </Window>
  );
}
