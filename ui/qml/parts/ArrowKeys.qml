import QtQuick

// Moves the focus with the arrow keys to what lies nearest in that direction; for whoever only listens nothing lies
// anywhere, and down and up lead through everything, one after the other.
QtObject {
    id: arrows

    property bool heard: false

    function press(key: int, from: Item): bool {
        const way = arrows.direction(key);
        if (way === null || from === null)
            return false;
        const next = arrows.heard && way.x === 0 ? arrows.following(from, way.y > 0) : arrows.nearest(from, way);
        if (next !== null)
            next.forceActiveFocus(Qt.TabFocusReason);
        return next !== null;
    }

    function following(from: Item, forward: bool): Item {
        const next = from.nextItemInFocusChain(forward);
        const rows = next as ListView;
        if (rows !== null)
            rows.currentIndex = forward ? 0 : rows.count - 1;
        return next;
    }

    function direction(key: int): var {
        switch (key) {
        case Qt.Key_Left:
            return Qt.point(-1, 0);
        case Qt.Key_Right:
            return Qt.point(1, 0);
        case Qt.Key_Up:
            return Qt.point(0, -1);
        case Qt.Key_Down:
            return Qt.point(0, 1);
        default:
            return null;
        }
    }

    function centre(item: Item): point {
        return item.mapToItem(null, item.width / 2, item.height / 2);
    }

    function nearest(from: Item, way: point): Item {
        const here = arrows.centre(from);
        let best = null;
        let least = Infinity;
        const first = from.nextItemInFocusChain();
        let item = first;
        do {
            const there = arrows.centre(item);
            const ahead = (there.x - here.x) * way.x + (there.y - here.y) * way.y;
            const aside = Math.abs((there.x - here.x) * way.y) + Math.abs((there.y - here.y) * way.x);
            if (ahead > 1 && ahead + 2 * aside < least) {
                least = ahead + 2 * aside;
                best = item;
            }
            item = item.nextItemInFocusChain();
        } while (item !== first && item !== from)
        return best;
    }
}
