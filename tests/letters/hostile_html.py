"""HTML that means harm."""

import base64

from tests.letters.hostile_image import png


def _nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + "x" + f"</{tag}>" * depth


_CELL = "<table><tr><td>"

REACHING_OUT = """
<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">
<link rel=stylesheet href="http://127.0.0.1:9/a.css"><style>@import url(http://127.0.0.1:9/b.css);</style>
<img src="http://127.0.0.1:9/a.png"><img src="file:///etc/passwd"><img src="/etc/passwd"><iframe src="file:///etc/passwd">
</iframe><object data="file:///etc/passwd"></object><svg><image href="file:///etc/passwd"/></svg>
<script>document.write("hacked")</script><form action="http://127.0.0.1:9/"><input value=x></form>
<a href="javascript:alert(1)" onclick="alert(2)">Læs mere</a><p style="display:none">skjult</p>
"""

HARD = {
    "deep div": _nested("div", 100_000),
    "deep b": _nested("b", 20_000),
    "deep list": "<ul><li>" * 20_000,
    "deep table": _CELL * 3_000,
    "deep but allowed": _nested("div", 150),
    "unclosed formats": "".join(f"<b id={n}>" for n in range(150)) + "<p>x" * 2_000,
    "one word": "<p>" + "a" * 1_000_000,
    "one arabic word": "<p>" + "ا" * 500_000,
    "twenty thousand rows": "<table>" + "<tr><td>a<td>b</tr>" * 16_000 + "</table>",
    "colspan": "<table><tr><td colspan=1000000000>a<td rowspan=999999999>b</tr></table>" * 50,
    "forty-one columns": "<table><tr>" + "<td>a" * 101 + "</table>",
    "five megabytes": "a " * 2_500_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x",
    "comment without end": "<!--" * 200_000,
    "tags without end": "<p" * 400_000,
    "page of a millimetre": "<style>@page{size:1mm 1mm}</style>" + "<p>x</p>" * 1_000,
    "huge sizes": '<div style="height:100000000px"><img width=9999999 alt=x><table width=99999999><td>x</table>',
    "bad entities": "&#0;&#xD800;&#x110000;&#99999999999999;&bogus;" * 10_000,
    "breaks": "<br>" * 40_000 + "x",
    "a cell longer than a page": "<table><tr><td>" + "ord " * 20_000 + "<td>b</table>",
}

ENCODED_BOMB = (
    "<p>a</p>"
    + f'<img alt=billede src="data:image/png;base64,{base64.b64encode(png(30_000, 30_000)).decode()}">' * 40
)
