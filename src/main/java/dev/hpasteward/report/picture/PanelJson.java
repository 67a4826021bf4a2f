package dev.hpasteward.report.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The charts as the page's script reads them. */
final class PanelJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nobody sees more of a value. */
  private static final double THOUSAND = 1000;

  private PanelJson() {}

  /** As JSON that may stand in a script element. */
  static String of(Picture picture) {
    ArrayNode panels = JsonNodeFactory.instance.arrayNode();
    for (Panel panel : picture.panels()) {
      panels.add(panel(panel, picture.moments()));
    }
    try {
      return JSON.writeValueAsString(panels).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode panel(Panel panel, List<Picture.Moment> moments) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("unit", panel.unit());
    json.put("axis", panel.axis().name().toLowerCase(Locale.ROOT));
    json.put("highest", panel.highest());
    add(json.putArray("x"), panel.x());
    ArrayNode curves = json.putArray("curves");
    for (Panel.Curve curve : panel.curves()) {
      ObjectNode entry =
          curves
              .addObject()
              .put("name", curve.name())
              .put("stroke", curve.stroke().name().toLowerCase(Locale.ROOT));
      add(entry.putArray("values"), curve.values());
    }
    ArrayNode levels = json.putArray("levels");
    for (Panel.Level level : panel.levels()) {
      levels.addObject().put("label", level.label()).put("value", level.value());
    }
    if (panel.axis() == Panel.Axis.TIME) {
      ArrayNode entries = json.putArray("moments");
      for (Picture.Moment moment : moments) {
        entries.addObject().put("at", moment.seconds()).put("label", moment.label());
      }
    }
    return json;
  }

  private static void add(ArrayNode array, List<Double> values) {
    for (double value : values) {
      double rounded = Math.round(value * THOUSAND) / THOUSAND;
      if (!Double.isFinite(value)) {
        array.addNull();
      } else if (rounded == Math.rint(rounded)) {
        array.add((long) rounded);
      } else {
        array.add(rounded);
      }
    }
  }
}
