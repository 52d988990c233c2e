/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Provinces, the cities that suppliers ship from, and syllables for names. */
public final class Places {
    private static final double EARTH_RADIUS_KM = 6_371;

    private final Map<String, Province> provinces = new LinkedHashMap<>();
    private final List<String> provinceNames;
    private final WeightedChoice shipTo;
    private final WeightedChoice shipFrom;
    private final Names names;

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Province(String name, double latitude, double longitude) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record City(String name, String province, double weight) {}

    record Names(
            List<Province> provinces,
            List<City> cities,
            List<String> brandFirst,
            List<String> brandSecond,
            List<String> shopFirst,
            List<String> shopSecond) {}

    private Places(Names names) {
        this.names = names;
        names.provinces.forEach(province -> provinces.put(province.name, province));
        provinceNames = List.copyOf(provinces.keySet());
        shipTo = new WeightedChoice(Zipf.weights(provinceNames.size(), 6, 1));
        shipFrom = new WeightedChoice(
                names.cities.stream().mapToDouble(City::weight).toArray());
    }

    static Places read() {
        return new Places(Resources.read("places_and_names.json", new TypeReference<>() {}));
    }

    Names names() {
        return names;
    }

    City shipFromCity(Randomness randomness) {
        return names.cities.get(shipFrom.draw(randomness));
    }

    public String shipToProvince(Randomness randomness) {
        return provinceNames.get(shipTo.draw(randomness));
    }

    public Lane lane(String from, String to) {
        return new Lane(from, to, kilometres(provinces.get(from), provinces.get(to)));
    }

    /** Great-circle distance (haversine). */
    private static double kilometres(Province from, Province to) {
        double latitude = Math.toRadians(to.latitude - from.latitude);
        double longitude = Math.toRadians(to.longitude - from.longitude);
        double chord = Math.pow(Math.sin(latitude / 2), 2)
                + Math.cos(Math.toRadians(from.latitude))
                        * Math.cos(Math.toRadians(to.latitude))
                        * Math.pow(Math.sin(longitude / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
    }
}
