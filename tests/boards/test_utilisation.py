"""What place and route used, from its report."""

import json

from gossamer_boards.utilisation import Resource, read


def test_multipliers_of_a_nexus_are_pairs_of_small_ones(tmp_path):
    (tmp_path / "top.report.json").write_text(json.dumps({
        "utilization": {
            "OXIDE_COMB": {"used": 9, "available": 32256}, "OXIDE_FF": {"used": 8, "available": 32},
            "MULT9_CORE": {"used": 41, "available": 112}, "MULT18_CORE": {
                "used": 4, "available": 56}},
        "fmax": {"clk": {"achieved": 99.5, "constraint": 12.0}}}))
    resources, reached = read("nexus", tmp_path)
    assert reached == 99.5
    assert resources["LUT"] == Resource(used=9, available=32256)
    assert resources["DSP"] == Resource(used=21, available=56)
