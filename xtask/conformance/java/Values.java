// Values of the wire -> those that the SDK takes and returns.

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.utils.builder.Buildable;

final class Values {
    /** What the SDK was found not to have, such as `input.Name`. */
    final TreeSet<String> lacks = new TreeSet<>();

    /** A request or response of the SDK with the members of a value of the wire. */
    SdkPojo made(Class<?> type, JsonNode value, String path) throws Exception {
        var builder = (SdkPojo) type.getMethod("builder").invoke(null);
        return Mock.isNone(value) ? built(builder) : filled(builder, value, path);
    }

    private static SdkPojo built(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    private SdkPojo filled(SdkPojo builder, JsonNode value, String path) {
        Map<String, SdkField<?>> fields =
            builder.sdkFields().stream().collect(Collectors.toMap(SdkField::locationName, field -> field));
        value.asObject().forEach((name, member) -> {
            if (fields.containsKey(name)) {
                @SuppressWarnings("unchecked")
                var field = (SdkField<Object>) fields.get(name);
                field.set(builder, nativeValue(field, member, path + "." + name));
            } else {
                lacks.add(path + "." + name);
            }
        });
        return built(builder);
    }

    /** A value of the wire as the SDK takes and returns it. */
    private Object nativeValue(SdkField<?> field, JsonNode value, String path) {
        var type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return filled(field.constructor().get(), value, path);
        } else if (type == MarshallingType.LIST) {
            var item = field.getTrait(ListTrait.class).memberFieldInfo();
            var list = new ArrayList<Object>();
            value.asArray().forEach(one -> list.add(nativeValue(item, one, path + "[]")));
            return list;
        } else if (type == MarshallingType.MAP) {
            var item = field.getTrait(MapTrait.class).valueFieldInfo();
            var map = new LinkedHashMap<String, Object>();
            value.asObject().forEach((key, one) -> map.put(key, nativeValue(item, one, path + "{}")));
            return map;
        } else if (type == MarshallingType.STRING) {
            return value.asString();
        } else if (type == MarshallingType.BOOLEAN) {
            return value.asBoolean();
        } else if (type == MarshallingType.INTEGER) {
            return Integer.valueOf(value.asNumber());
        } else if (type == MarshallingType.LONG) {
            return Long.valueOf(value.asNumber());
        } else if (type == MarshallingType.FLOAT) {
            return Float.valueOf(value.asNumber());
        } else if (type == MarshallingType.DOUBLE) {
            return Double.valueOf(value.asNumber());
        } else if (type == MarshallingType.INSTANT) {
            var milliseconds = new BigDecimal(value.asNumber()).movePointRight(3);
            return Instant.ofEpochMilli(milliseconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } else if (type == MarshallingType.SDK_BYTES) {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asString()));
        } else if (type == MarshallingType.DOCUMENT) {
            return document(value);
        }
        throw new IllegalStateException(path + " is a " + type + ", which this program does not know");
    }

    private static Document document(JsonNode value) {
        if (value.isObject()) {
            var members = new LinkedHashMap<String, Document>();
            value.asObject().forEach((name, member) -> members.put(name, document(member)));
            return Document.fromMap(members);
        } else if (value.isArray()) {
            return Document.fromList(value.asArray().stream().map(Values::document).toList());
        } else if (value.isString()) {
            return Document.fromString(value.asString());
        } else if (value.isBoolean()) {
            return Document.fromBoolean(value.asBoolean());
        }
        return value.isNull() ? Document.fromNull() : Document.fromNumber(value.asNumber());
    }
}
