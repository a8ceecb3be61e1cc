"""Writes expected/exact_spectra.json and expected/exact_schemes.json: what mpmath computes at 60 digits for every context
extension, far out, and for schemes of which no other software's numbers are to be had.

Run with mpmath 1.3.0:  python3 exact.py
"""
import json
import pathlib

from mpmath import mp, mpf, cos, sin, log, pi, floor, ceil

mp.dps = 60
POSITIONS = [1, 4095, 131_072, 10_000_000, 2**31 + 1, 2**40 - 1]


def plain(d, base):
    return [mpf(base) ** (mpf(-2 * i) / d) for i in range(d // 2)]


def clamp(x):
    return min(max(x, mpf(0)), mpf(1))


def spectrum(d, base, rule, s=None, L=None, length=None, **p):
    w = plain(d, base)
    s = mpf(s) if s is not None else None
    if rule == "none":
        return w
    if rule == "linear":
        return [x / s for x in w]
    if rule in ("ntk", "dynamic"):
        stretch = s if rule == "ntk" else s * max(length, L) / L - (s - 1)
        return plain(d, mpf(base) * stretch ** (mpf(d) / (d - 2)))
    if rule == "by-parts":
        keep = [clamp((L * x / (2 * pi) - p["beta_slow"]) / (p["beta_fast"] - p["beta_slow"])) for x in w]
        return [x * k + x / s * (1 - k) for x, k in zip(w, keep)]
    if rule == "yarn":
        def pair(turns):
            return d * log(L / (turns * 2 * pi)) / (2 * log(mpf(base)))
        low, high = pair(mpf(p["beta_fast"])), pair(mpf(p["beta_slow"]))
        if p["truncate"]:
            low, high = floor(low), ceil(high)
        low, high = max(low, 0), min(high, d - 1)
        keep = [1 - clamp((i - low) / (high - low)) for i in range(d // 2)]
        return [x * k + x / s * (1 - k) for x, k in zip(w, keep)]
    if rule == "llama3":
        low, high = p["low_freq_factor"], p["high_freq_factor"]
        out = []
        for x in w:
            r = L * x / (2 * pi)
            t = (r - low) / (high - low)
            out.append(x if r > high else x / s if r < low else (1 - t) * x / s + t * x)
        return out
    raise ValueError(rule)


CASES = [
    dict(dimension=128, base=10000, rule="none"),
    dict(dimension=96, base=500000, rule="none"),
    dict(dimension=128, base=10000, rule="linear", s=3),
    dict(dimension=128, base=10000, rule="ntk", s=8),
    dict(dimension=64, base=10000, rule="dynamic", s=2, L=2048, length=9001),
    dict(dimension=128, base=10000, rule="by-parts", s=8, L=4096, beta_fast=32, beta_slow=1),
    dict(dimension=128, base=10000, rule="yarn", s=8, L=4096, beta_fast=32, beta_slow=1, truncate=True),
    dict(dimension=64, base=150000, rule="yarn", s=32, L=4096, beta_fast=32, beta_slow=1, truncate=False),
    dict(dimension=128, base=500000, rule="llama3", s=8, L=8192, low_freq_factor=1, high_freq_factor=4),
]


def digits(x):
    return mp.nstr(x, 20, strip_zeros=False)


cases = []
for case in CASES:
    arguments = dict(case)
    w = spectrum(arguments.pop("dimension"), arguments.pop("base"), arguments.pop("rule"), **arguments)
    pairs = list(range(0, len(w), 5)) + [len(w) - 1]
    cases.append(
        case
        | {
            "pairs": pairs,
            "inv_freq": [digits(w[i]) for i in pairs],
            "positions": POSITIONS,
            "cos": [[digits(cos(n * w[i])) for i in pairs] for n in POSITIONS],
            "sin": [[digits(sin(n * w[i])) for i in pairs] for n in POSITIONS],
        })

remark = ("mpmath 1.3.0 at 60 digits, by Tests/Oracle/exact.py: inverse frequencies of chosen pairs, and cosines and sines "
          "(without attention factor) with positions as rows; 20 significant digits, strings.")
out = pathlib.Path(__file__).parent / "expected" / "exact_spectra.json"
out.write_text(json.dumps({"remark": remark, "cases": cases}, separators=(",", ":")) + "\n")


# --- KERPLE, FIRE, digits in base beta, rotary encoding with two positions, and xPos ---
PLACES = [(0, 0), (1, 0), (5, 2), (511, 0), (512, 100), (4095, 4094), (1_000_000, 3)]


def kerple(kernel, r1, r2, distance):
    return -r1 * log(1 + r2 * distance) if kernel == "logarithmic" else -r1 * mpf(distance) ** r2


KERNELS = [("logarithmic", 1, 1), ("logarithmic", 0.5, 0.25), ("power", 1, 1.5), ("power", 0.125, 0.75)]
NETWORK = dict(input_weights=[1, -2, 0.5], hidden_biases=[0, 1, -0.25], output_weights=[1.5, -1, 2], output_bias=-0.125)


def fire(c, threshold, query, key, network):
    def psi(x):
        return log(c * x + 1)

    x = psi(mpf(query - key)) / psi(mpf(max(threshold, query)))
    if network is None:
        return -x
    hidden = zip(network["input_weights"], network["hidden_biases"], network["output_weights"])
    return network["output_bias"] + sum(out * max(weight * x + bias, 0) for weight, bias, out in hidden)


def position_digits(d, base, position):
    beta = mpf(base) ** (mpf(2) / d)
    quotients = [floor(position / beta**i) for i in range(d // 2)]
    return [q - beta * floor(q / beta) for q in quotients]


def turned(vector, w, position):
    half = len(w)
    a, b = vector[:half], vector[half:]
    return [x * cos(position * v) - y * sin(position * v) for x, y, v in zip(a, b, w)] + [
        y * cos(position * v) + x * sin(position * v) for x, y, v in zip(a, b, w)]


def planar(d, base, position, block):
    vector = [mpf(i + 1) for i in range(d)]
    w = plain(d // 2, base)
    return turned(vector[: d // 2], w, position) + turned(vector[d // 2:], w, block)


def xpos(d, base, gamma, scale_base, m, n, rows, columns):
    """The query 1, 2, … at m and the key d, d − 1, … at n, their score, and for the pairs (1, 0) the mean of a query's
    features over the positions `rows`, and of the score over rows by columns, the later position asking."""
    w, half = plain(d, base), d // 2
    zeta = [(mpf(2 * i) / d + mpf(gamma)) / (1 + mpf(gamma)) for i in range(half)]
    scale = lambda i, p: zeta[i] ** (mpf(p) / scale_base)
    query = [x * scale(j % half, m) for j, x in enumerate(turned([mpf(j + 1) for j in range(d)], w, m))]
    key = [x / scale(j % half, n) for j, x in enumerate(turned([mpf(d - j) for j in range(d)], w, n))]
    table = [sum(scale(i, p) * f(p * w[i]) for p in range(*rows)) / (rows[1] - rows[0])
             for f in (cos, sin) for i in range(half)]
    score = {r: sum(scale(i, r) * cos(r * w[i]) for i in range(half)) / half
             for r in range(max(rows[1], columns[1]))}
    pairs = [score[abs(p - q)] for p in range(*rows) for q in range(*columns)]
    return {
        "dimension": d, "base": base, "gamma": gamma, "scale_base": scale_base, "query_position": m, "key_position": n,
        "query": [digits(x) for x in query], "key": [digits(x) for x in key],
        "score": digits(sum(a * b for a, b in zip(query, key))), "rows": rows, "columns": columns,
        "table_mean": [digits(x) for x in table], "similarity_mean": digits(sum(pairs) / len(pairs)),
    }


schemes = {
    "remark": "mpmath 1.3.0 at 60 digits, by Tests/Oracle/exact.py from the papers' formulas; 20 significant digits, strings.",
    "kerple": [
        {"kernel": kernel, "scale": r1, "rate": r2, "places": PLACES,
         "bias": [digits(kerple(kernel, mpf(r1), mpf(r2), q - k)) for q, k in PLACES]} for kernel, r1, r2 in KERNELS],
    "fire": [
        {"c": c, "threshold": threshold, "network": network, "places": PLACES,
         "bias": [digits(fire(mpf(c), threshold, q, k, network)) for q, k in PLACES]}
        for c, threshold, network in [(0.125, 512, None), (1, 64, None), (0.125, 512, NETWORK)]],
    "digits": [
        {"dimension": d, "base": base, "position": p, "digits": [digits(x) for x in position_digits(d, base, p)]}
        for d, base, p in [(6, 1000, 365), (16, 10_000, 4097), (64, 500_000, 131_071)]],
    "planar": [
        {"dimension": d, "base": base, "position": p, "block": b, "vector": [digits(x) for x in planar(d, base, p, b)]}
        for d, base, p, b in [(8, 10_000, 7, 2), (128, 10_000, 2047, 33)]],
    "xpos": [
        xpos(8, 10_000, 0.4, 512, 700, 12, (100, 164), (90, 230)),
        xpos(8, 10_000, 0.4, 512, 3, 3, (0, 1000), (0, 1000)),
        xpos(64, 500_000, 0.25, 100, 4097, 4000, (300, 310), (40, 200)),
    ],
}
out = pathlib.Path(__file__).parent / "expected" / "exact_schemes.json"
out.write_text(json.dumps(schemes, separators=(",", ":")) + "\n")
