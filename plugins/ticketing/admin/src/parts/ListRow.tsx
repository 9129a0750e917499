import { styled } from 'styled-components';

/** One thing in a list of a page: what it is to the left, what can be done with it to the right. */
export const ListRow = styled.li`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[5]}`};
  align-items: center;
  justify-content: space-between;
  padding-block: ${({ theme }) => theme.spaces[3]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
`;
