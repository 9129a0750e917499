/**
 * Preload (`--import=…`) under which a process believes that it is another time: `TEST_CLOCK_OFFSET_MS` is added to what the
 * machine's clock says wherever code asks for now. Timers, and the database's own clock, go on as they are. Asked each
 * time, because a host of tests has one cms after another.
 */
const offset = () => Number(process.env.TEST_CLOCK_OFFSET_MS ?? 0);
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

RealDate.now = () => realNow() + offset();
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [RealDate.now()] : args, self),
  apply: () => new RealDate(RealDate.now()).toString(),
});
// `date.constructor === Date` stays true, which copying libraries ask.
RealDate.prototype.constructor = globalThis.Date;
