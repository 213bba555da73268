import { randomInt } from 'node:crypto';

/** Short, common and hard to misread. */
const WORDS =
  `acorn amber anchor apple arrow autumn bakery balcony bamboo banner barley basket beacon berry birch blanket blossom boulder breeze bridge bronze bucket butter button
cabin candle canyon carpet castle cedar cellar cherry chimney cinnamon circle clover cobalt comet compass copper coral cotton cradle crystal curtain dancer desert dolphin dragon drizzle
ember engine fabric falcon feather fiddle flannel forest fossil fountain galaxy garden ginger glacier granite gravel hammer harbor harvest hazel helmet hollow honey horizon island ivory
jacket jasmine jigsaw juniper kettle kitten ladder lagoon lantern lemon lilac linen lobster magnet mango maple marble meadow mirror mosaic mountain mustard nectar needle nutmeg oasis
olive orchard otter oyster paddle pebble pepper pillow piper planet plum pocket prairie puzzle quartz quiver rabbit radish raven ribbon river rocket saddle saffron sailor salmon sandal
scarlet shadow silver sparrow spiral spruce stable summer sunset syrup tangle teapot thimble thunder timber tulip tunnel turtle umbrella valley velvet violet walnut whistle willow winter`.split(
    /\s+/,
  );

/** Four words at random, some 29 bits: enough for an account that only a loopback address knows. At least 19 characters. */
export function wordsPassword(): string {
  return Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)]).join('-');
}
