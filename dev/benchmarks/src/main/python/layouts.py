"""OCI layouts: what Seatrial and its peers look into."""

import gzip
import hashlib
import io
import json
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layer:
    path: Path
    digest: str
    diff_id: str
    size: int


def blob(layout, digest):
    return Path(layout) / "blobs" / digest.replace(":", "/")


def read(layout, descriptor):
    return json.loads(blob(layout, descriptor["digest"]).read_bytes())


def manifest(layout):
    index = json.loads((Path(layout) / "index.json").read_bytes())
    return read(layout, index["manifests"][0])


def layers(layout):
    """Return the layers of the first image, base first."""
    image = manifest(layout)
    diff_ids = read(layout, image["config"])["rootfs"]["diff_ids"]
    return [
        Layer(blob(layout, d["digest"]), d["digest"], diff_id, d["size"])
        for d, diff_id in zip(image["layers"], diff_ids, strict=True)
    ]


def write_list(found, file):
    """Write what the Java programs read of layers."""
    file.write_text("".join(f"{x.path}\t{x.digest}\t{x.diff_id}\n" for x in found), encoding="utf-8")
    return file


def put(layout, data):
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    blob(layout, digest).write_bytes(data)
    return digest


def with_gzip(source, target):
    """Write the same image with layers as `gzip -6` makes them, which is what registries have."""
    image = manifest(source)
    (target / "blobs" / "sha256").mkdir(parents=True)
    for descriptor, layer in zip(image["layers"], layers(source), strict=True):
        data = layer.path.read_bytes()
        if data[:2] != b"\x1f\x8b":
            data = gzip.compress(data, 6, mtime=0)
        descriptor["digest"] = put(target, data)
        descriptor["size"] = len(data)
        descriptor["mediaType"] = "application/vnd.oci.image.layer.v1.tar+gzip"
    shutil.copy(blob(source, image["config"]["digest"]), blob(target, image["config"]["digest"]))
    written = json.dumps(image).encode()
    index = {
        "schemaVersion": 2,
        "manifests": [
            {
                "mediaType": "application/vnd.oci.image.manifest.v1+json",
                "digest": put(target, written),
                "size": len(written),
            }
        ],
    }
    (target / "index.json").write_text(json.dumps(index), encoding="utf-8")
    (target / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}', encoding="utf-8")
    return target


def archive(layout, file, name):
    """Write the image as `docker save` does: a layout and a manifest.json in one archive."""
    image = manifest(layout)
    saved = [
        {
            "Config": str(blob("", image["config"]["digest"])),
            "RepoTags": [name],
            "Layers": [str(blob("", d["digest"])) for d in image["layers"]],
        }
    ]
    written = json.dumps(saved).encode()
    head = tarfile.TarInfo("manifest.json")
    head.size = len(written)
    with tarfile.open(file, "w") as tar:
        for child in sorted(Path(layout).iterdir()):
            if child.name != head.name:
                tar.add(child, arcname=child.name)
        tar.addfile(head, io.BytesIO(written))
    return file


def files(found):
    """Return every regular file of the whole image, by path: what the last layer says of it."""
    seen = {}
    for layer in found:
        with tarfile.open(layer.path) as tar:
            for entry in tar:
                path = "/" + entry.name.removeprefix("./").strip("/")
                folder, _, name = path.rpartition("/")
                if name.startswith(".wh."):
                    gone = folder if name == ".wh..wh..opq" else f"{folder}/{name[4:]}"
                    seen = {p: e for p, e in seen.items() if p != gone and not p.startswith(gone + "/")}
                else:
                    seen[path] = entry
    return {path: entry for path, entry in seen.items() if entry.isreg()}
