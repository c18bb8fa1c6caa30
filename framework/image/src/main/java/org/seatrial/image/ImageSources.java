package org.seatrial.image;

import java.util.Optional;
import java.util.ServiceLoader;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.ImagePlatform;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageArchive;
import org.seatrial.image.source.ImageLocation;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.ImageSourceProvider;
import org.seatrial.image.source.LayoutFolder;
import org.seatrial.image.source.StreamedArchive;

/** Finds the source of an image by what a user writes. */
final class ImageSources {

  private ImageSources() {}

  static ImageSource find(ImageLocation location) {
    if (location instanceof ImageLocation.Archive archive) {
      return archive.isStandardInput()
          ? StreamedArchive.once("archive:-", System.in)
          : ImageArchive.at(archive.file());
    }
    if (location instanceof ImageLocation.Layout layout) {
      return LayoutFolder.at(layout.folder());
    }
    for (ImageSourceProvider provider : ServiceLoader.load(ImageSourceProvider.class)) {
      Optional<ImageSource> source = provider.find(location);
      if (source.isPresent()) {
        return source.get();
      }
    }
    throw new InspectionException(
        "cannot open "
            + location
            + ": no adapter for it is on the class path (add seatrial-docker)");
  }

  static Choice choice(ImageLocation location, String platform) {
    Choice choice =
        platform.isEmpty()
            ? Choice.only()
            : Choice.only().withPlatform(ImagePlatform.parse(platform));
    return location.image().map(choice::withName).orElse(choice);
  }
}
