package dev.plumbline.check.engine;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The objects of one kind in their order, each with a view that is made when it is looked at. */
final class Row {

  private final List<KubeObject> objects;
  private final @Nullable SceneView[] views;
  private final Function<KubeObject, SceneView> maker;
  private int next;

  Row(Collection<KubeObject> objects, Function<KubeObject, SceneView> maker) {
    this.objects = List.copyOf(objects);
    this.views = new @Nullable SceneView[objects.size()];
    this.maker = maker;
  }

  SceneView view(KubeObject object) {
    int place = place(object);
    SceneView known = views[place];
    if (known == null) {
      known = maker.apply(object);
      views[place] = known;
    }
    return known;
  }

  /** Most are looked at one after the other. */
  private int place(KubeObject object) {
    boolean guessed = next < views.length && objects.get(next) == object;
    int place = guessed ? next : search(object.key());
    next = place + 1;
    return place;
  }

  private int search(ObjectKey key) {
    int from = 0;
    int to = views.length - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean before = objects.get(middle).key().compareTo(key) < 0;
      from = before ? middle + 1 : from;
      to = before ? to : middle;
    }
    return from;
  }
}
