// Units as types: a quantity carries its unit, and only the products that mean something exist.
//
// Every quantity is a double in the one unit its name states. There are no conversions between
// spellings of the same unit inside the accounting: documents carry kWh, W, h and kg, and so does this.
#pragma once

#include <compare>
#include <type_traits>

namespace fivecars::accounting {

template <class Unit>
struct Quantity {
  double value = 0;

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
  friend constexpr Quantity operator*(double k, Quantity a) { return {k * a.value}; }
  friend constexpr Quantity operator*(Quantity a, double k) { return {a.value * k}; }
  friend constexpr Quantity operator/(Quantity a, double k) { return {a.value / k}; }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
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
using Ratio = Quantity<UnitOne>; // PUE, utilisation, counts, runs, MFU

constexpr KilowattHours operator*(Hours t, Watts p) { return {t.value * p.value / 1000}; }
constexpr Kilograms operator*(KilowattHours e, KgPerKwh i) { return {e.value * i.value}; }
constexpr Usd operator*(KilowattHours e, UsdPerKwh price) { return {e.value * price.value}; }
constexpr Usd operator*(DeviceHours t, UsdPerDeviceHour price) { return {t.value * price.value}; }
constexpr DeviceHours device_hours(Hours t, Ratio devices) { return {t.value * devices.value}; }
constexpr Hours wall_clock(DeviceHours t, Ratio devices) { return {t.value / devices.value}; }
constexpr Hours hours_of(Flop work, FlopPerSecond speed) { return {work.value / speed.value / 3600}; }

template <class Unit>
constexpr Quantity<Unit> operator*(Ratio k, Quantity<Unit> a)
  requires(!std::is_same_v<Unit, UnitOne>)
{
  return {k.value * a.value};
}

// Exact by definition (international avoirdupois pound, 1959).
inline constexpr double kg_per_lb = 0.45359237;

} // namespace fivecars::accounting
