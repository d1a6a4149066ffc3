/** The check of the press article as open data, in the shape of schema.org ClaimReview. */
import type { Data } from '../data/door.ts';

/** From worst to best, as the standard wants one number; opinions and off-topic claims get none. */
const RATING = { contradicted: 1, imprecise: 3, incomplete: 4, supported: 5 } as const;

/**
 * One ClaimReview a claim. Addresses are relative: whoever hosts the page knows its own.
 * @param reviewed day of the review, ISO 8601
 */
export function claimReviews(
  data: Data,
  verdicts: Readonly<Record<string, string>>,
  note: string,
  reviewed: string,
): string {
  const { article } = data;
  const author = { '@type': 'Organization', name: 'Inside the Frame', url: '../../' };
  const reviews = article.claims.map((claim) => ({
    '@type': 'ClaimReview',
    '@id': `./#claim-${claim.id}`,
    url: `./#claim-${claim.id}`,
    claimReviewed: claim.claim,
    datePublished: reviewed,
    author,
    itemReviewed: {
      '@type': 'Claim',
      datePublished: article.origin.date,
      author: { '@type': 'Organization', name: article.publisher },
      appearance: [{ '@type': 'CreativeWork', name: article.title, inLanguage: 'en' }],
      firstAppearance: {
        '@type': 'CreativeWork',
        name: article.origin.title,
        url: article.origin.url,
        inLanguage: 'fr',
      },
    },
    reviewRating: {
      '@type': 'Rating',
      ...(claim.verdict in RATING
        ? { ratingValue: RATING[claim.verdict as keyof typeof RATING], bestRating: 5, worstRating: 1 }
        : {}),
      alternateName: verdicts[claim.verdict],
      ratingExplanation: claim.why,
    },
    ...(claim.source === null
      ? {}
      : {
          citation: {
            name: data.sources.get(claim.source)?.title,
            url: data.sources.get(claim.source)?.url,
            position: claim.place,
          },
        }),
  }));
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': reviews, disclaimer: note }, null, 1)}\n`;
}
