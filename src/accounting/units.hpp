// Units as types: a quantity carries its unit, and only the products that mean something exist.
//
// Every quantity is a double in the one unit its name states. There are no conversions between
// spellings of the same unit inside the accounting: documents carry kWh, W, h and kg, and so does this.
#pragma once

#include <compare>
#include <type_traits>

namespace fivecars::accounting {

// `Rep` is a double, or several at once (lanes.hpp): the same sum for one estimate and for many samples.
template <class Unit, class Rep = double>
struct Quantity {
  // The same quantity in another representation.
  template <class R>
  using In = Quantity<Unit, R>;

  Rep value{};

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
  friend constexpr Quantity operator*(Rep k, Quantity a) { return {k * a.value}; }
  friend constexpr Quantity operator*(Quantity a, Rep k) { return {a.value * k}; }
  friend constexpr Quantity operator/(Quantity a, Rep k) { return {a.value / k}; }
  friend constexpr Rep operator/(Quantity a, Quantity b) { return a.value / b.value; }
  friend constexpr bool operator==(Quantity, Quantity) = default;
  friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

// `text` is the spelling in documents (estimate/1, trace operands).
struct UnitWatt {
  static constexpr const char* text = "W";
};
struct UnitHour {
  static constexpr const char* text = "h";
};
struct UnitDeviceHour {
  static constexpr const char* text = "device-hours";
};
struct UnitKilowattHour {
  static constexpr const char* text = "kWh";
};
struct UnitKilogram {
  static constexpr const char* text = "kg";
};
struct UnitKgPerKwh {
  static constexpr const char* text = "kg/kWh";
};
struct UnitFlop {
  static constexpr const char* text = "FLOP";
};
struct UnitFlopPerSecond {
  static constexpr const char* text = "FLOP/s";
};
struct UnitUsd {
  static constexpr const char* text = "USD";
};
struct UnitUsdPerKwh {
  static constexpr const char* text = "USD/kWh";
};
struct UnitUsdPerDeviceHour {
  static constexpr const char* text = "USD/device-hour";
};
struct UnitYear {
  static constexpr const char* text = "year";
};
struct UnitLitre {
  static constexpr const char* text = "L";
};
struct UnitLitrePerKwh {
  static constexpr const char* text = "L/kWh";
};
struct UnitOne {
  static constexpr const char* text = "1";
};

using Watts = Quantity<UnitWatt>;
using Hours = Quantity<UnitHour>;             // wall-clock
using DeviceHours = Quantity<UnitDeviceHour>; // summed over devices
using KilowattHours = Quantity<UnitKilowattHour>;
using Kilograms = Quantity<UnitKilogram>; // of CO2e
using KgPerKwh = Quantity<UnitKgPerKwh>;  // grid intensity
using Flop = Quantity<UnitFlop>;
using FlopPerSecond = Quantity<UnitFlopPerSecond>;
using Usd = Quantity<UnitUsd>;
using UsdPerKwh = Quantity<UnitUsdPerKwh>;
using UsdPerDeviceHour = Quantity<UnitUsdPerDeviceHour>;
using Years = Quantity<UnitYear>;
using Litres = Quantity<UnitLitre>;
using LitresPerKwh = Quantity<UnitLitrePerKwh>;
using Ratio = Quantity<UnitOne>; // PUE, utilisation, counts, runs, MFU

// Products that mean something, in any representation.
template <class R>
constexpr KilowattHours::In<R> operator*(Hours::In<R> t, Watts::In<R> p) {
  return {t.value * p.value / 1000};
}
template <class R>
constexpr Kilograms::In<R> operator*(KilowattHours::In<R> e, KgPerKwh::In<R> i) {
  return {e.value * i.value};
}
template <class R>
constexpr Litres::In<R> operator*(KilowattHours::In<R> e, LitresPerKwh::In<R> w) {
  return {e.value * w.value};
}
template <class R>
constexpr Usd::In<R> operator*(KilowattHours::In<R> e, UsdPerKwh::In<R> price) {
  return {e.value * price.value};
}
template <class R>
constexpr Usd::In<R> operator*(DeviceHours::In<R> t, UsdPerDeviceHour::In<R> price) {
  return {t.value * price.value};
}
template <class R>
constexpr DeviceHours::In<R> device_hours(Hours::In<R> t, Ratio::In<R> devices) {
  return {t.value * devices.value};
}
template <class R>
constexpr Hours::In<R> wall_clock(DeviceHours::In<R> t, Ratio::In<R> devices) {
  return {t.value / devices.value};
}
template <class R>
constexpr Hours::In<R> hours_of(Flop::In<R> work, FlopPerSecond::In<R> speed) {
  return {work.value / speed.value / 3600};
}

template <class Unit, class R>
constexpr Quantity<Unit, R> operator*(Quantity<UnitOne, R> k, Quantity<Unit, R> a)
  requires(!std::is_same_v<Unit, UnitOne>)
{
  return {k.value * a.value};
}

// The method's year, 365 days, for the service life of hardware.
inline constexpr double hours_per_year = 8760;

// Exact by definition (international avoirdupois pound, 1959).
inline constexpr double kg_per_lb = 0.45359237;

} // namespace fivecars::accounting
