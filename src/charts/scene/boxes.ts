/** Where boxes stand to each other. */
import type { Box } from '../space.ts';
import type { Piece } from './types.ts';

/** The same piece elsewhere. Pixels. */
export function moved(piece: Piece, dx: number, dy: number): Piece {
  return { ...piece, x: piece.x + dx, y: piece.y + dy };
}

/** A box of this height in the middle of the stage, as wide as it. */
export function centred(stage: Box, height: number): Box {
  const used = Math.min(height, stage.height);
  return { x: stage.x, y: stage.y + (stage.height - used) / 2, width: stage.width, height: used };
}
