/** Sends statements that were written down, round by round, with some of their values replaced; answers with the rows. */
exports.replay = async (query, rounds, replacing) => {
  const found = [];
  for (const round of rounds)
    found.push(
      ...(await Promise.all(
        round.map(async ({ text, name, values = [] }) => {
          const { rows } = await query({
            text,
            name,
            values: values.map((value) => (replacing.has(value) ? replacing.get(value) : value)),
          });
          return rows;
        }),
      )),
    );
  return found;
};
