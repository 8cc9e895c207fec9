"""Ground control (GCPs and RPCs) that follows its pixels when a grid is cropped or resized."""

from __future__ import annotations

from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.rpc import RPC


def moved_gcp(gcp: GroundControlPoint, change: Affine) -> GroundControlPoint:
    """The same point of the ground, at its pixel coordinates put through ``change``."""
    col, row = change @ (gcp.col, gcp.row)
    return GroundControlPoint(row=row, col=col, x=gcp.x, y=gcp.y, z=gcp.z, id=gcp.id, info=gcp.info)


def moved_rpcs(rpcs: RPC, change: Affine) -> RPC:
    """The same camera model for pixel coordinates put through ``change``, an unrotated transform."""
    # RPCs count from the centre of the first pixel, transforms from its corner.
    samp, line = change @ (rpcs.samp_off + 0.5, rpcs.line_off + 0.5)
    offsets = {"samp_off": samp - 0.5, "line_off": line - 0.5}
    scales = {"samp_scale": rpcs.samp_scale * change.a, "line_scale": rpcs.line_scale * change.e}
    return RPC(**{**rpcs.to_dict(), **offsets, **scales})
