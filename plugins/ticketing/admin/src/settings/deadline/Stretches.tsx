import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Deadline } from '../../../../domain/contract';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

const List = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;
  > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[4]}`};
    padding-block: ${({ theme }) => theme.spaces[2]};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** The deadline, and the stretches of working time that make it up. */
export function Stretches({ deadline: { dueAt, stretches, isCut } }: { readonly deadline: Deadline }) {
  const { t, language } = useWords();
  const { exact, brief, span } = timeTeller(language);
  return (
    <>
      <Typography variant="beta" tag="p" textColor="neutral800" data-due={dueAt}>
        {exact(dueAt)}
      </Typography>
      <Box paddingTop={4}>
        <List>
          {stretches.map(({ from, to, minutes }) => (
            <li key={from}>
              <Typography variant="omega" textColor="neutral800">
                {t('deadline.stretch', { from: brief(from), to: brief(to) })}
              </Typography>
              <Typography variant="omega" textColor="neutral600">
                {span(minutes)}
              </Typography>
            </li>
          ))}
        </List>
        {isCut && (
          <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={2}>
            {t('deadline.cut')}
          </Typography>
        )}
      </Box>
    </>
  );
}
