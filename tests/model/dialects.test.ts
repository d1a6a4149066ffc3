/** What an embed says of its height, in the words that hosts know, and what it hears. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForHeight, guestOf, heightMessages } from '../../src/model/dialects.ts';

const guest = guestOf('rate', '?childId=pym-1', '#?secret=aB3');

describe('the height in every dialect', () => {
  const said = heightMessages(guest, 640.4, 411.2);
  it('Datawrapper', () => expect(said).toContainEqual({ 'datawrapper-height': { rate: 412 } }));
  it('pym', () => expect(said).toContain('pymxPYMxpym-1xPYMxheightxPYMx412'));
  it('AMP and newswire', () =>
    expect(said).toContainEqual({ sentinel: 'amp', type: 'embed-size', height: 412, width: 641 }));
  it('WordPress', () => expect(said).toContainEqual({ message: 'height', value: 412, secret: 'aB3' }));
  it('our own', () =>
    expect(said).toContainEqual({ type: 'inside-the-frame:height', id: 'rate', height: 412, version: 1 }));
  it('without a child’s name and a secret, neither pym nor WordPress is spoken', () =>
    expect(heightMessages(guestOf('rate', '', ''), 1, 1)).toHaveLength(3));
  it('is always a whole number, never too small', () =>
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e5, noNaN: true }), (height) => {
        const [first] = heightMessages(guest, 100, height) as [{ 'datawrapper-height': { rate: number } }];
        const told = first['datawrapper-height'].rate;
        return Number.isInteger(told) && told >= height && told <= height + 1;
      }),
    ));
});

describe('hostile addresses read as unset', () => {
  it.each(['?childId=<script>', '?childId=', `?childId=${'a'.repeat(65)}`, '?childId=a%20b', '?other=1'])(
    '%s',
    (search) => expect(guestOf('rate', search, '').childId).toBeNull(),
  );
  it.each(['#?secret=', '#?secret=a-b', '#secret=abc', `#?secret=${'a'.repeat(65)}`, '#?secret=ab&x=1', ''])(
    '%s',
    (hash) => expect(guestOf('rate', '', hash).secret).toBeNull(),
  );
});

describe('what an embed hears', () => {
  it('AMP’s greeting', () =>
    expect(asksForHeight({ sentinel: 'amp', type: 'frames-init' }, guest)).toBe(true));
  it('WordPress’s, with our secret', () =>
    expect(asksForHeight({ message: 'ready', secret: 'aB3' }, guest)).toBe(true));
  it('not with another secret, and not without one of our own', () => {
    expect(asksForHeight({ message: 'ready', secret: 'xxx' }, guest)).toBe(false);
    expect(asksForHeight({ message: 'ready', secret: null }, guestOf('rate', '', ''))).toBe(false);
  });
  it('nothing else', () =>
    fc.assert(
      fc.property(fc.anything(), (data) => asksForHeight(data, guest) === false),
      { examples: [['frames-init'], [null], [{ sentinel: 'amp' }], [{ type: 'frames-init' }]] },
    ));
});
