#include "chance.h"

enum {
    HALF = 32 /* bits of a number that chance_below takes */
};

static uint64_t mix(uint64_t bits);

struct chance chance_of(uint64_t seed, uint64_t number) {
    return (struct chance){mix(seed) ^ mix(~number)};
}

/* SplitMix64. */
uint64_t chance_next(struct chance *chance) {
    chance->state += 0x9e3779b97f4a7c15;
    return mix(chance->state);
}

uint32_t chance_below(struct chance *chance, uint32_t end) {
    return (uint32_t)((chance_next(chance) >> HALF) * end >> HALF);
}

uint32_t chance_low(struct chance *chance, uint32_t end) {
    const uint32_t one = chance_below(chance, end);
    const uint32_t other = chance_below(chance, end);
    return one < other ? one : other;
}

bool chance_hits(struct chance *chance, uint32_t part, uint32_t whole) {
    return chance_below(chance, whole) < part;
}

static uint64_t mix(uint64_t bits) {
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
    return bits ^ bits >> 31;
}
